import { answerTime, SENT_OR_NOT } from '#auth/services/answer_time'
import { issueToken, maySend, RESET_LIFE } from '#auth/services/challenges'
import { write } from '#core/database/write'
import { MINUTE } from '#core/support/clock'
import { queueEmail } from '#notifications/services/messages'

/** Mails a reset link; an address without an account gets nothing, and nobody can tell. */
export default class SendPasswordReset {
  async execute({ email }: { email: string }) {
    const timeToAnswer = answerTime(SENT_OR_NOT)
    await write(async (trx) => {
      const user = await trx.from('users').where({ email, status: 'active' }).first()
      if (!user || !(await maySend(trx, email))) return
      const { secret, expiresAt } = await issueToken(trx, {
        purpose: 'password_reset',
        subject: user.id,
        userId: user.id,
        life: RESET_LIFE,
      })
      await queueEmail(trx, {
        userId: user.id,
        to: email,
        template: 'password_reset',
        data: { name: user.name, minutes: RESET_LIFE / MINUTE },
        secrets: { token: secret },
        expiresAt,
      })
    })
    await timeToAnswer
  }
}
