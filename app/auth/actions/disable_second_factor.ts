import { SecondFactorOff } from '#auth/errors'
import { checkOwnFactor, spend, type ShownCode } from '#auth/services/factor_proofs'
import { turnOff } from '#auth/services/factor_switch'
import { assertFreshProof } from '#auth/services/fresh_proofs'
import { assertOwnPassword } from '#auth/services/own_password'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import User from '#users/models/user'

/** Turns the second factor off: wants the password and a code, so that a stolen session cannot. */
export default class DisableSecondFactor {
  /**
   * @param input.password may be left out where the account has none; then the session's proof must
   *   be fresh
   * @throws SecondFactorOff (409) when there is none
   * @throws InvalidField, InvalidCode (422) when the password or the code is not right
   */
  async execute(input: ShownCode & { actor: Actor; password?: string }) {
    const { actor, password, ...shown } = input
    const user = await User.findOrFail(actor.id)
    if (user.twoFactor === 'off') throw new SecondFactorOff()
    if (user.passwordHash === null) await assertFreshProof(actor)
    else await assertOwnPassword(user, password ?? '')
    const proof = await checkOwnFactor(actor, user, shown)
    await write(async (trx) => {
      await spend(trx, user, proof)
      await turnOff(trx, actor, user)
    })
  }
}
