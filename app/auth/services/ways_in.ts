import type { Transaction } from '#core/database/write'
import type User from '#users/models/user'

/**
 * Whether an account can still be opened without what is about to be taken away: by a number that
 * codes are texted to, a password with an address or number to go with it, or an identity.
 */
export async function hasWayInWithout(
  trx: Transaction,
  user: User,
  taken: { identityId: string } | { phone: true }
): Promise<boolean> {
  const keepsNumber = !('phone' in taken) && user.phone !== null && user.phoneVerifiedAt !== null
  if (keepsNumber || (user.passwordHash !== null && user.email !== null)) return true
  const others = trx.from('identities').where({ user_id: user.id })
  if ('identityId' in taken) others.whereNot('id', taken.identityId)
  return Boolean(await others.first())
}
