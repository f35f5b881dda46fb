import { answerTime, SENT_OR_NOT } from '#auth/services/answer_time'
import { CODE_LIFE, issueCode } from '#auth/services/challenges'
import { mayCode } from '#auth/services/code_budget'
import { bucketOf } from '#auth/services/factor_tries'
import { knownDevice } from '#auth/services/known_devices'
import { write, type Transaction } from '#core/database/write'
import { clock, MINUTE } from '#core/support/clock'
import { queueSms } from '#notifications/services/messages'

/** Texts a log-in code to a number; a number that no account has confirmed gets nothing, and nobody can tell. */
export default class SendPhoneCode {
  /**
   * @param input.deviceToken tells the owner from strangers who know the number
   * @returns when a code sent now expires, epoch ms
   */
  async execute(input: { phone: string; deviceToken?: string | null }): Promise<number> {
    const { phone, deviceToken = null } = input
    const timeToAnswer = answerTime(SENT_OR_NOT)
    await write(async (trx) => {
      const user = await trx
        .from('users')
        .where({ phone, status: 'active' })
        .whereNotNull('phone_verified_at')
        // a text alone opens no account of staff
        .whereIn('role', ['client', 'partner'])
        .first()
      if (!user || !(await this.#maySend(trx, user.id, phone, deviceToken))) return
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

  async #maySend(trx: Transaction, userId: string, phone: string, deviceToken: string | null) {
    const device = await knownDevice(trx, userId, deviceToken)
    const bucket = device ? bucketOf.device(userId, device.tokenHash) : phone
    return mayCode(trx, { userId, bucket, isStranger: !device }, 'sms')
  }
}
