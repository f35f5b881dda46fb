import { recordAudit } from '#audit/record'
import { InvalidCode, MethodNotOffered } from '#auth/errors'
import { checkOwnFactor, spend, type ShownCode } from '#auth/services/factor_proofs'
import { assertOwnPassword } from '#auth/services/own_password'
import { markProved, proofMethods } from '#auth/services/fresh_proofs'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { Unauthenticated } from '#core/errors'
import User from '#users/models/user'

export interface Proof extends Partial<ShownCode> {
  password?: string
}

/** Proves once more that the session is its owner's: by the second factor, or else the password. */
export default class StepUp {
  /**
   * @returns until when the proof is fresh, epoch ms
   * @throws MethodNotOffered for a password where the account has a second factor
   * @throws InvalidField when the password is not right
   * @throws InvalidCode when the code is not right, or was used
   * @throws SecondFactorLocked (429) when the account's sessions have tried too often
   */
  async execute({ actor, password, code, method }: Proof & { actor: Actor }): Promise<number> {
    const user = await User.findOrFail(actor.id)
    const proof = await this.#check(actor, user, { password, code, method })
    return write(async (trx) => {
      if (proof) await spend(trx, user, proof)
      const until = await markProved(trx, actor)
      if (until === null) throw new Unauthenticated()
      await recordAudit(trx, {
        actor,
        action: 'session.proved',
        subject: { type: 'user', id: user.id },
        after: { sessionId: actor.sessionId, method: proof?.method ?? 'password' },
      })
      return until
    })
  }

  async #check(actor: Actor, user: User, { password, code, method }: Proof) {
    if (code !== undefined) return checkOwnFactor(actor, user, { code, method })
    if (password === undefined) throw new InvalidCode()
    if (!(await proofMethods(user)).includes('password')) throw new MethodNotOffered()
    await assertOwnPassword(user, password)
    return null
  }
}
