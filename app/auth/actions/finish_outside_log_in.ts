import env from '#start/env'
import { OutsideLogInStale, OutsideProofRefused } from '#auth/errors'
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
import { write } from '#core/database/write'

export interface ReturnedBrowser {
  provider: ProviderName
  state: string
  /** the query that the provider sent it back with, as it came */
  search: string
  cookie(name: string): string | undefined
}

/**
 * The browser is back from the provider: checks what it brings, and sends it on to the front end with
 * a code for one exchange, or with the code of the refusal.
 */
export default class FinishOutsideLogIn {
  /**
   * @returns where the browser goes, and the cookie that has served
   * @throws OutsideLogInStale when this browser has no such log-in under way
   * @throws ProviderUnavailable
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
    try {
      const identity = await identityBehind(flow, search, state)
      const exchange: Exchange = { identity, codeChallenge: flow.codeChallenge }
      const { secret } = await write((trx) =>
        issueToken(trx, {
          purpose: 'outside_exchange',
          subject: begun.id,
          data: exchange,
          life: EXCHANGE_LIFE,
        })
      )
      return frontEnd(flow.returnTo, { code: secret })
    } catch (error) {
      if (!(error instanceof OutsideProofRefused)) throw error
      return frontEnd(flow.returnTo, { error: OutsideProofRefused.code })
    }
  }
}

function frontEnd(path: string, query: Record<string, string>): string {
  return `${env.get('CLIENT_URL')}${path}?${new URLSearchParams(query)}`
}
