import { issueToken, RESET_LIFE } from '#auth/services/challenges'
import type { Transaction } from '#core/database/write'
import { MINUTE } from '#core/support/clock'
import { queueEmail, queueSms } from '#notifications/services/messages'
import type User from '#users/models/user'

const minutes = RESET_LIFE / MINUTE

/** Mails a link that sets a new password; older links are void from now on. */
export async function mailResetLink(
  trx: Transaction,
  { id, name, email }: { id: string; name: string; email: string }
) {
  const link = await linkFor(trx, id)
  const data = { name, minutes }
  await queueEmail(trx, { ...link, to: email, template: 'password_reset', data })
}

/** Sends the owner of a new account, which has none, a link to choose a password by. */
export async function sendPasswordChoice(trx: Transaction, user: User) {
  const link = await linkFor(trx, user.id)
  const message = { ...link, template: 'choose_password' as const, data: { minutes } }
  if (user.email) await queueEmail(trx, { ...message, to: user.email })
  else await queueSms(trx, { ...message, to: user.phone! })
}

async function linkFor(trx: Transaction, userId: string) {
  const { secret, expiresAt } = await issueToken(trx, {
    purpose: 'password_reset',
    subject: userId,
    userId,
    life: RESET_LIFE,
  })
  return { userId, secrets: { token: secret }, expiresAt }
}
