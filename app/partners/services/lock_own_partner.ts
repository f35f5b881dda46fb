import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import Partner from '#partners/models/partner'

/**
 * The partner who acts, read behind its own update: whatever else changes this partner waits until
 * this transaction ends, on both databases.
 *
 * @throws NotFound for everybody who is no partner
 */
export async function lockOwnPartner(trx: Transaction, actor: Pick<Actor, 'id'>): Promise<Partner> {
  const own = trx.from('partners').where({ user_id: actor.id })
  if (!(await changedOne(own, { updated_at: clock.now() }))) throw new NotFound()
  return Partner.findByOrFail('userId', actor.id, { client: trx })
}
