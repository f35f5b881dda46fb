import { recordAudit } from '#audit/record'
import { IdentityTaken } from '#auth/errors'
import Identity from '#auth/models/identity'
import { identityHash, type OutsideIdentity } from '#auth/services/outside/identity'
import type { Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'

/** The link of an identity, if it opens an account already. */
export async function linkOf(
  trx: Transaction,
  identity: OutsideIdentity
): Promise<Identity | null> {
  return Identity.query({ client: trx }).where('identityHash', identityHash(identity)).first()
}

/**
 * Lets an identity open an account. That it may has been proven before.
 *
 * @returns the link, and whether it is new
 * @throws IdentityTaken when it opens another account
 */
export async function attachIdentity(
  trx: Transaction,
  userId: string,
  identity: OutsideIdentity,
  actor: Actor | null
): Promise<{ link: Identity; isNew: boolean }> {
  const now = clock.now()
  const { provider, issuer, subject, email } = identity
  const isNew = await insertedOnce(trx, 'identities', {
    id: newId('identity'),
    user_id: userId,
    provider,
    issuer,
    subject,
    identity_hash: identityHash(identity),
    email,
    created_at: now,
    updated_at: now,
  })
  const link = await linkOf(trx, identity)
  if (link?.userId !== userId) throw new IdentityTaken()
  if (isNew)
    await recordAudit(trx, {
      actor,
      action: 'identity.linked',
      subject: { type: 'user', id: userId },
      after: { identityId: link.id, provider },
    })
  return { link, isNew }
}
