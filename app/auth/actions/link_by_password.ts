import { inject } from '@adonisjs/core'
import LogIn from '#auth/actions/log_in'
import { InvalidCredentials, InvalidLinkChallenge } from '#auth/errors'
import { consume, tryToken } from '#auth/services/challenges'
import { beginLogIn, type LogInResult, type LogInTerms } from '#auth/services/log_ins'
import { attachIdentity } from '#auth/services/outside/attach_identity'
import { providerLabel, type OutsideIdentity } from '#auth/services/outside/identity'
import { tellOwner } from '#auth/services/security_mails'
import { write } from '#core/database/write'
import User from '#users/models/user'

/**
 * Links an identity to the account that has its address, once the account's password is given, and
 * logs in. An account with a second factor gets that question first; after it the challenge is still
 * good for LinkIdentity.
 */
@inject()
export default class LinkByPassword {
  constructor(private logIn: LogIn) {}

  /**
   * @throws InvalidLinkChallenge for a challenge that is unknown, over, or was tried five times
   * @throws InvalidCredentials for a wrong password, and an account that may not log in
   */
  async execute(input: LogInTerms & { challenge: string; password: string }): Promise<LogInResult> {
    const challenge = await tryToken('identity_link', input.challenge)
    if (!challenge) throw new InvalidLinkChallenge()
    const owner = await User.find(challenge.userId!)
    if (!owner?.email) throw new InvalidCredentials()
    const user = await this.logIn.prove({ email: owner.email, password: input.password })
    return write(async (trx) => {
      if (user.twoFactor !== 'off') return beginLogIn(trx, user, input)
      if (!(await consume(trx, challenge.id))) throw new InvalidLinkChallenge()
      const identity: OutsideIdentity = challenge.data
      await attachIdentity(trx, user.id, identity, null)
      const provider = providerLabel(identity.provider)
      await tellOwner(trx, user, 'identity_linked', { provider })
      return beginLogIn(trx, user, input)
    })
  }
}
