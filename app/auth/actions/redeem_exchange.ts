import { OutsideLogInStale } from '#auth/errors'
import { redeemToken } from '#auth/services/challenges'
import { isBehind, type Exchange } from '#auth/services/outside/browser_flow'
import type { OutsideIdentity } from '#auth/services/outside/identity'
import { write } from '#core/database/write'

export interface RedeemedCode {
  identity: OutsideIdentity
  /** it went to a program on the person's computer */
  isLoopback: boolean
}

/** The code that a browser came back with, for whom it stands: once, and for whoever began. */
export default class RedeemExchange {
  /**
   * @param input.returnTo needed for a code that went to a loopback address, and must be that address
   * @throws OutsideLogInStale for a code that is unknown, used or too old, a wrong verifier, or another
   *   address
   */
  async execute(input: {
    code: string
    codeVerifier: string
    returnTo?: string
  }): Promise<RedeemedCode> {
    const challenge = await write((trx) => redeemToken(trx, 'outside_exchange', input.code))
    const exchange: Exchange | undefined = challenge?.data
    if (!exchange || !isBehind(exchange.codeChallenge, input.codeVerifier))
      throw new OutsideLogInStale()
    const { identity, loopback } = exchange
    if (loopback && loopback !== input.returnTo) throw new OutsideLogInStale()
    return { identity, isLoopback: loopback !== undefined }
  }
}
