/*
 * What goes with a change of an account's number: codes that went to the one before are void, and its
 * owner hears of it wherever we can reach them, at the old number too.
 */
import { recordAudit } from '#audit/record'
import { voidCodesToNumber } from '#auth/services/half_log_ins'
import { forgetRemembered } from '#auth/services/known_devices'
import { tellByText, tellOwner } from '#auth/services/security_mails'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { Unauthenticated } from '#core/errors'
import { clock } from '#core/support/clock'
import User from '#users/models/user'

/**
 * The caller's account, whose row is locked: changes of its number come one after the other.
 *
 * @throws Unauthenticated (401) when it was closed meanwhile
 */
export async function lockOwner(trx: Transaction, actor: Actor): Promise<User> {
  const active = trx.from('users').where({ id: actor.id, status: 'active' })
  if (!(await changedOne(active, { updated_at: clock.now() }))) throw new Unauthenticated()
  return User.query({ client: trx }).where('id', actor.id).firstOrFail()
}

/**
 * Stores a number that was confirmed just now, or takes the number away.
 *
 * @param before the account as `lockOwner` read it
 * @param phone null takes it away
 * @throws the driver's error for a duplicate (`isDuplicate`) when another account has confirmed it
 */
export async function storeNumber(
  trx: Transaction,
  actor: Actor,
  before: User,
  phone: string | null
): Promise<void> {
  const { id, email, twoFactor } = before
  const old = before.phoneVerifiedAt === null ? null : before.phone
  await trx
    .from('users')
    .where({ id })
    .update({ phone, phone_verified_at: phone === null ? null : clock.now() })
  await voidCodesToNumber(trx, id)
  // texts to another number are another second factor
  if (twoFactor === 'sms') await forgetRemembered(trx, id)
  await recordAudit(trx, {
    actor,
    action: 'user.phone_changed',
    subject: { type: 'user', id },
    // not the numbers: the audit trail outlives the person's data
    before: { isPhoneVerified: old !== null },
    after: { isPhoneVerified: phone !== null },
  })
  await tellOwner(trx, before, 'phone_changed', { what: changeInWords(old, phone) })
  if (email !== null && old !== null) await tellByText(trx, id, old, 'phone_changed')
}

/** Without the whole number: mailboxes are read by others, too. */
function changeInWords(old: string | null, phone: string | null): string {
  if (phone === null) return 'the phone number was taken away'
  const end = `ends in ${phone.slice(-2)}`
  return old === null
    ? `a phone number was confirmed, which ${end}`
    : `the phone number was changed to one that ${end}`
}
