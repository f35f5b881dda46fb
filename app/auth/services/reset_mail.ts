import { issueToken, RESET_LIFE } from '#auth/services/challenges'
import type { Transaction } from '#core/database/write'
import { MINUTE } from '#core/support/clock'
import { queueEmail } from '#notifications/services/messages'

/** Mails a link that sets a new password; older links are void from now on. */
export async function mailResetLink(
  trx: Transaction,
  { id, name, email }: { id: string; name: string; email: string }
) {
  const { secret, expiresAt } = await issueToken(trx, {
    purpose: 'password_reset',
    subject: id,
    userId: id,
    life: RESET_LIFE,
  })
  await queueEmail(trx, {
    userId: id,
    to: email,
    template: 'password_reset',
    data: { name, minutes: RESET_LIFE / MINUTE },
    secrets: { token: secret },
    expiresAt,
  })
}
