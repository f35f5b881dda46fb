import { answerTime, SENT_OR_NOT } from '#auth/services/answer_time'
import { CODE_LIFE, issueCode, maySend } from '#auth/services/challenges'
import { write } from '#core/database/write'
import { clock, MINUTE } from '#core/support/clock'
import { queueSms } from '#notifications/services/messages'

/** Texts a log-in code to a number; a number that no account has confirmed gets nothing, and nobody can tell. */
export default class SendPhoneCode {
  /** @returns when a code sent now expires, epoch ms */
  async execute({ phone }: { phone: string }): Promise<number> {
    const timeToAnswer = answerTime(SENT_OR_NOT)
    await write(async (trx) => {
      const user = await trx
        .from('users')
        .where({ phone, status: 'active' })
        .whereNotNull('phone_verified_at')
        .first()
      if (!user || !(await maySend(trx, phone))) return
      const { secret, expiresAt } = await issueCode(trx, {
        purpose: 'phone_login',
        subject: phone,
        userId: user.id,
      })
      await queueSms(trx, {
        userId: user.id,
        to: phone,
        template: 'phone_code',
        data: { minutes: CODE_LIFE / MINUTE },
        secrets: { code: secret },
        expiresAt,
      })
    })
    const expiresAt = clock.now() + CODE_LIFE
    await timeToAnswer
    return expiresAt
  }
}
