import { recordAudit } from '#audit/record'
import { InvalidUnlockToken } from '#auth/errors'
import { redeemToken } from '#auth/services/challenges'
import { forgiveAll } from '#auth/services/factor_tries'
import { write } from '#core/database/write'

/** Lifts the cap on wrong second factors, by the link that was mailed when it was reached. */
export default class UnlockSecondFactor {
  /** @throws InvalidUnlockToken when the link is unknown, used or expired */
  async execute({ token }: { token: string }) {
    await write(async (trx) => {
      const challenge = await redeemToken(trx, 'unlock_factor', token)
      if (!challenge) throw new InvalidUnlockToken()
      await forgiveAll(trx, challenge.userId!)
      await recordAudit(trx, {
        actor: null,
        action: 'second_factor.unlocked',
        subject: { type: 'user', id: challenge.userId! },
      })
    })
  }
}
