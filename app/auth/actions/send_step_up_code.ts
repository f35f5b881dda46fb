import { MethodNotOffered } from '#auth/errors'
import { openChallenge, voidChallenges } from '#auth/services/challenges'
import type { Channel } from '#auth/services/factor_methods'
import { sendFactorCode } from '#auth/services/factor_codes'
import { bucketOf } from '#auth/services/factor_tries'
import { proofMethods } from '#auth/services/fresh_proofs'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import User from '#users/models/user'

/** Sends a code with which this session, and no other, can prove once more whose it is. */
export default class SendStepUpCode {
  /**
   * @returns when the code expires, epoch ms
   * @throws MethodNotOffered when the account cannot prove itself that way
   * @throws CodesExhausted (429) when too many were sent
   */
  async execute({ actor, channel }: { actor: Actor; channel: Channel }): Promise<number> {
    const user = await User.findOrFail(actor.id)
    if (!(await proofMethods(user)).includes(channel)) throw new MethodNotOffered()
    return write(async (trx) => {
      const which = { purpose: 'step_up', subject: actor.sessionId } as const
      await voidChallenges(trx, which.purpose, which.subject)
      const challenge = await openChallenge(trx, { ...which, userId: user.id })
      await sendFactorCode(trx, user, challenge, channel, bucketOf.session(user.id))
      return challenge.expires_at
    })
  }
}
