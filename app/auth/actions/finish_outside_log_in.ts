import { OutsideLogInStale, OutsideProofRefused, ProviderUnavailable } from '#auth/errors'
import { issueToken, redeemToken, type Challenge } from '#auth/services/challenges'
import {
  browserCookie,
  EXCHANGE_LIFE,
  identityBehind,
  isBehind,
  type Exchange,
  type Flow,
} from '#auth/services/outside/browser_flow'
import type { ProviderName } from '#auth/services/outside/providers'
import { isLoopback, wayBackUrl } from '#auth/services/outside/way_back'
import { write } from '#core/database/write'

export interface ReturnedBrowser {
  provider: ProviderName
  state: string
  /** the query that the provider sent it back with, as it came */
  search: string
  cookie(name: string): string | undefined
}

/**
 * The browser is back from the provider: checks what it brings, and sends it on to the front end, or to
 * the program that began, with a code for one exchange or with the code of the refusal.
 */
export default class FinishOutsideLogIn {
  /**
   * @returns where the browser goes, and the cookie that has served
   * @throws OutsideLogInStale when this browser has no such log-in under way
   * @throws ProviderUnavailable, except to a program: it could not be told by what the browser shows
   */
  async execute({ provider, state, search, cookie }: ReturnedBrowser) {
    const name = browserCookie(state)
    const begun = await write((trx) => redeemToken(trx, 'outside_flow', state))
    const flow: Flow | undefined = begun?.data
    if (!begun || flow?.provider !== provider || !isBehind(flow.browserHash, cookie(name) ?? ''))
      throw new OutsideLogInStale()
    return { url: await this.#wayBack(begun, flow, search, state), cookie: name }
  }

  async #wayBack(begun: Challenge, flow: Flow, search: string, state: string): Promise<string> {
    const loopback = isLoopback(flow.returnTo) ? flow.returnTo : undefined
    try {
      const identity = await identityBehind(flow, search, state)
      const exchange: Exchange = { identity, codeChallenge: flow.codeChallenge, loopback }
      const { secret } = await write((trx) =>
        issueToken(trx, {
          purpose: 'outside_exchange',
          subject: begun.id,
          data: exchange,
          life: EXCHANGE_LIFE,
        })
      )
      return wayBackUrl(flow, { code: secret })
    } catch (error) {
      if (error instanceof OutsideProofRefused)
        return wayBackUrl(flow, { error: OutsideProofRefused.code })
      if (loopback && error instanceof ProviderUnavailable)
        return wayBackUrl(flow, { error: ProviderUnavailable.code })
      throw error
    }
  }
}
