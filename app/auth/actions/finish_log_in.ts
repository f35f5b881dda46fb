import { ForeignPage, InvalidCode } from '#auth/errors'
import { consume } from '#auth/services/challenges'
import { checkLogInFactor, spend, type ShownCode } from '#auth/services/factor_proofs'
import { openLogIn, type LogInResult, type LogInTerms } from '#auth/services/log_ins'
import type { Origin } from '#auth/services/sessions'
import { write } from '#core/database/write'
import User from '#users/models/user'

export interface SecondHalf extends ShownCode {
  challengeId: string
  origin: Origin
  /** whether the page that sends this may be answered with cookies, if the log-in asked for them */
  mayUseCookies: boolean
  /** the password alone is enough on this device for the next 30 days */
  rememberDevice?: boolean
}

/** The second half of a log-in: however many bring the right code, one of them gets a session. */
export default class FinishLogIn {
  /**
   * @throws InvalidCode when the code is wrong or was used, or the challenge is dead
   * @throws SecondFactorLocked (429) when too many were tried
   * @throws ForeignPage (403) when a foreign page would get cookies
   */
  async execute(
    input: SecondHalf
  ): Promise<{ result: LogInResult & { kind: 'session' }; transport: LogInTerms['transport'] }> {
    const { challengeId, origin, mayUseCookies, rememberDevice, ...shown } = input
    const { challenge, proof } = await checkLogInFactor(challengeId, shown)
    const transport: LogInTerms['transport'] = challenge.data.transport
    if (transport === 'cookie' && !mayUseCookies) throw new ForeignPage()
    const result = await write(async (trx) => {
      const user = await User.query({ client: trx }).where('id', challenge.userId!).first()
      if (!user?.isActive) throw new InvalidCode()
      await spend(trx, user, proof)
      const isOver = proof.method === 'email' || proof.method === 'sms'
      if (!isOver && !(await consume(trx, challenge.id))) throw new InvalidCode()
      return openLogIn(trx, user, { transport, origin }, rememberDevice)
    })
    return { result, transport }
  }
}
