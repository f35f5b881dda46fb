/*
 * What an owner is told about the safety of the account, in the transaction of the deed: by mail, or
 * by text where the account has no address.
 */
import type { Transaction } from '#core/database/write'
import type { EMAIL_TEMPLATES, DataOf } from '#notifications/services/message_templates'
import { queueEmail, queueSms } from '#notifications/services/messages'
import type User from '#users/models/user'

type Notice =
  | 'new_device'
  | 'password_changed'
  | 'session_stolen'
  | 'second_factor_changed'
  | 'recovery_code_used'
  | 'second_factor_locked'
  | 'identity_linked'
  | 'identity_unlinked'
  | 'payout_details_changed'
  | 'phone_changed'

type Facts<Name extends Notice> = Omit<DataOf<(typeof EMAIL_TEMPLATES)[Name]>, 'name'>

/** In a text message, which anybody may read over a shoulder. */
const IN_SHORT: Record<Notice, string> = {
  new_device: 'a new device has logged in',
  password_changed: 'the password was changed',
  session_stolen: 'a token was used twice, and its session was ended',
  second_factor_changed: 'the second factor was changed',
  recovery_code_used: 'a recovery code was used',
  second_factor_locked: 'too many wrong codes; change the password',
  identity_linked: 'an account elsewhere opens it now',
  identity_unlinked: 'an account elsewhere opens it no more',
  payout_details_changed: 'the bank account for payouts was changed',
  phone_changed: 'the phone number was changed',
}

/** Tells the owner; `secrets` are put into the mail when it is sent and kept nowhere. */
export async function tellOwner<Name extends Notice>(
  trx: Transaction,
  user: User,
  notice: Name,
  facts: Facts<Name>,
  more: { secrets?: Record<string, string>; expiresAt?: number } = {}
) {
  const common = { userId: user.id, ...more }
  if (user.email) {
    const data = { name: user.name, ...facts } as DataOf<(typeof EMAIL_TEMPLATES)[Name]>
    await queueEmail(trx, { ...common, to: user.email, template: notice, data })
  } else if (user.phone) {
    await tellByText(trx, user.id, user.phone, notice)
  }
}

/** Tells it in short to a number, for what a mail alone would be too little. */
export async function tellByText(trx: Transaction, userId: string, to: string, notice: Notice) {
  const data = { what: IN_SHORT[notice] }
  await queueSms(trx, { userId, to, template: 'security_notice', data })
}
