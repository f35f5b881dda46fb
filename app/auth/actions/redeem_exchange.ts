import { OutsideLogInStale } from '#auth/errors'
import { redeemToken } from '#auth/services/challenges'
import { isBehind, type Exchange } from '#auth/services/outside/browser_flow'
import type { OutsideIdentity } from '#auth/services/outside/identity'
import { write } from '#core/database/write'

/** The code that a browser came back with, for whom it stands: once, and for whoever began. */
export default class RedeemExchange {
  /** @throws OutsideLogInStale for a code that is unknown, used or too old, or a wrong verifier */
  async execute(input: { code: string; codeVerifier: string }): Promise<OutsideIdentity> {
    const challenge = await write((trx) => redeemToken(trx, 'outside_exchange', input.code))
    const exchange: Exchange | undefined = challenge?.data
    if (!exchange || !isBehind(exchange.codeChallenge, input.codeVerifier))
      throw new OutsideLogInStale()
    return exchange.identity
  }
}
