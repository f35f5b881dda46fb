import { CodesExhausted, NumberConfirmed } from '#auth/errors'
import { answerTime, SENT_OR_NOT } from '#auth/services/answer_time'
import { CODE_LIFE, issueCode, maySend } from '#auth/services/challenges'
import { mayCode } from '#auth/services/code_budget'
import { bucketOf } from '#auth/services/factor_tries'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { MINUTE } from '#core/support/clock'
import { queueSms } from '#notifications/services/messages'
import User from '#users/models/user'

/**
 * Texts a code to the number that the caller's account is to have. Nobody can tell whether the number
 * is another account's: that one gets no text, and all the rest is the same.
 */
export default class SendOwnPhoneCode {
  /**
   * @returns when the code expires, epoch ms
   * @throws NumberConfirmed (409) when it is the account's own already
   * @throws CodesExhausted (429) when the account was sent too many
   */
  async execute({ actor, phone }: { actor: Actor; phone: string }): Promise<number> {
    const user = await User.findOrFail(actor.id)
    if (user.phone === phone && user.phoneVerifiedAt !== null) throw new NumberConfirmed()
    const timeToAnswer = answerTime(SENT_OR_NOT)
    const expiresAt = await write((trx) => this.#send(trx, user.id, phone))
    await timeToAnswer
    return expiresAt
  }

  async #send(trx: Transaction, userId: string, phone: string): Promise<number> {
    const asker = { userId, bucket: bucketOf.session(userId), isStranger: false }
    if (!(await mayCode(trx, asker, 'sms'))) throw new CodesExhausted()
    const { secret, expiresAt } = await issueCode(trx, {
      purpose: 'confirm_phone',
      subject: userId,
      userId,
      channel: 'sms',
      data: { phone },
    })
    const owner = await trx.from('users').where({ proven_phone: phone }).first()
    // silent for a number that was sent too many, too: log-ins by text count only confirmed ones
    if (owner || !(await maySend(trx, phone))) return expiresAt
    await queueSms(trx, {
      // not among the texts that the account can read: there its owner would see that this one went
      userId: null,
      to: phone,
      template: 'phone_code',
      data: { minutes: CODE_LIFE / MINUTE },
      secrets: { code: secret },
      expiresAt,
    })
    return expiresAt
  }
}
