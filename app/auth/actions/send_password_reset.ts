import { answerTime, SENT_OR_NOT } from '#auth/services/answer_time'
import { maySend } from '#auth/services/challenges'
import { mailResetLink } from '#auth/services/reset_mail'
import { write } from '#core/database/write'

/** Mails a reset link; an address without an account gets nothing, and nobody can tell. */
export default class SendPasswordReset {
  async execute({ email }: { email: string }) {
    const timeToAnswer = answerTime(SENT_OR_NOT)
    await write(async (trx) => {
      const user = await trx.from('users').where({ email, status: 'active' }).first()
      if (!user || !(await maySend(trx, email))) return
      await mailResetLink(trx, user)
    })
    await timeToAnswer
  }
}
