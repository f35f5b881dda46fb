import db from '@adonisjs/lucid/services/db'
import encryption from '@adonisjs/core/services/encryption'
import { InvalidCode, MethodNotOffered } from '#auth/errors'
import type { Channel } from '#auth/services/factor_methods'
import { sendFactorCode } from '#auth/services/factor_codes'
import { write } from '#core/database/write'
import User from '#users/models/user'

/** Sends (or sends again) a code for the second half of a log-in. */
export default class SendLogInCode {
  /**
   * @returns when the code expires, epoch ms
   * @throws InvalidCode when the challenge is unknown or dead
   * @throws MethodNotOffered when the log-in did not offer this channel
   * @throws CodesExhausted (429) when too many were sent
   */
  async execute({ challengeId, channel }: { challengeId: string; channel: Channel }) {
    const challenge = await db
      .from('challenges')
      .where({ id: challengeId, purpose: 'second_factor' })
      .first()
    if (!challenge) throw new InvalidCode()
    const { methods } = encryption.decrypt<{ methods: string[] }>(challenge.data)!
    if (!methods.includes(channel)) throw new MethodNotOffered()
    const isSent = await write(async (trx) => {
      const user = await User.query({ client: trx }).where('id', challenge.user_id).firstOrFail()
      return user.isActive && sendFactorCode(trx, user, challenge, channel, challenge.subject)
    })
    if (!isSent) throw new InvalidCode()
    return Number(challenge.expires_at)
  }
}
