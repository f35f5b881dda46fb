import { CartChanged } from '#carts/errors'
import { openCart } from '#carts/queries/open_cart'
import { insertedOnce } from '#core/database/conditional'
import { changesOf } from '#core/database/statements'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'

/**
 * A client's open cart, opened where there is none, and locked: it is changed by one request at a
 * time, and never while it is being ordered.
 *
 * @returns its id
 * @throws CartChanged when it was ordered this very moment
 */
export async function lockCart(trx: Transaction, clientId: string): Promise<string> {
  const id = (await openCart(trx, clientId))?.id ?? (await newCart(trx, clientId))
  const touched = await changesOf(
    trx,
    `UPDATE carts SET version = version + 1, updated_at = ? WHERE id = ? AND state = 'open'`,
    clock.now(),
    id
  )
  if (touched !== 1) throw new CartChanged()
  return id
}

async function newCart(trx: Transaction, clientId: string): Promise<string> {
  const now = clock.now()
  const id = newId('cart')
  const fresh = { id, client_id: clientId, open_for: clientId, state: 'open', version: 0 }
  const isNew = await insertedOnce(trx, 'carts', { ...fresh, created_at: now, updated_at: now })
  return isNew ? id : (await openCart(trx, clientId))!.id
}
