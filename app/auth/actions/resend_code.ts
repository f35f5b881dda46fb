import db from '@adonisjs/lucid/services/db'
import encryption from '@adonisjs/core/services/encryption'
import { answerTime, SENT_OR_NOT } from '#auth/services/answer_time'
import { CODE_LIFE, issueCode, maySend } from '#auth/services/challenges'
import { write } from '#core/database/write'
import { clock, MINUTE } from '#core/support/clock'
import { queueEmail, queueSms } from '#notifications/services/messages'

/** Sends a fresh registration code; the old one is void. Silent when there is nothing to resend. */
export default class ResendCode {
  /** @returns when a code sent now expires, epoch ms */
  async execute({ email, phone }: { email?: string; phone?: string }): Promise<number> {
    const timeToAnswer = answerTime(SENT_OR_NOT)
    const subject = email ?? phone!
    const pending = await db
      .from('challenges')
      .where({ purpose: 'register', subject })
      .whereNull('used_at')
      .orderBy('created_at', 'desc')
      .first()
    if (pending) await this.#send(subject, encryption.decrypt<any>(pending.data), Boolean(email))
    const expiresAt = clock.now() + CODE_LIFE
    await timeToAnswer
    return expiresAt
  }

  async #send(subject: string, data: { name: string }, byEmail: boolean) {
    await write(async (trx) => {
      if (!(await maySend(trx, subject))) return
      const { secret, expiresAt } = await issueCode(trx, { purpose: 'register', subject, data })
      const minutes = CODE_LIFE / MINUTE
      const message = { userId: null, to: subject, secrets: { code: secret }, expiresAt }
      if (byEmail)
        await queueEmail(trx, {
          ...message,
          template: 'verify_email',
          data: { name: data.name, minutes },
        })
      else await queueSms(trx, { ...message, template: 'phone_code', data: { minutes } })
    })
  }
}
