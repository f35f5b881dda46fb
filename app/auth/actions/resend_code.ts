import { answerTime, SENT_OR_NOT } from '#auth/services/answer_time'
import { CODE_LIFE, maySend } from '#auth/services/challenges'
import { pendingRegistration, sendRegistrationCode } from '#auth/services/registrations'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'

/** Sends a fresh registration code; the old one is void. Silent when there is nothing to resend. */
export default class ResendCode {
  /** @returns when a code sent now expires, epoch ms */
  async execute({ email, phone }: { email?: string; phone?: string }): Promise<number> {
    const timeToAnswer = answerTime(SENT_OR_NOT)
    const subject = email ?? phone!
    await write(async (trx) => {
      if (!(await pendingRegistration(trx, subject))) return // costs none of the subject's codes
      if (!(await maySend(trx, subject))) return
      const pending = await pendingRegistration(trx, subject)
      if (pending) await sendRegistrationCode(trx, pending)
    })
    const expiresAt = clock.now() + CODE_LIFE
    await timeToAnswer
    return expiresAt
  }
}
