import { issueToken } from '#auth/services/challenges'
import {
  authorizationUrl,
  browserCookie,
  FLOW_LIFE,
  randomSecret,
  sha256,
  type Flow,
} from '#auth/services/outside/browser_flow'
import { discover } from '#auth/services/outside/discovery'
import { settingsOf, type ProviderName } from '#auth/services/outside/providers'
import { allowedReturn } from '#auth/services/outside/way_back'
import { write } from '#core/database/write'

export interface BegunLogIn {
  url: string
  /** what ties the log-in to this browser */
  cookie: { name: string; value: string; seconds: number }
}

/** Begins a log-in by a browser: keeps what is secret of it, and says where the browser goes. */
export default class StartOutsideLogIn {
  /**
   * @throws ProviderOff, ProviderUnavailable
   * @throws InvalidField (422) for a way back that is not allowed
   */
  async execute(input: {
    provider: ProviderName
    returnTo?: string
    codeChallenge: string
    state?: string
  }): Promise<BegunLogIn> {
    const { provider, codeChallenge, state: ownState } = input
    const returnTo = allowedReturn(input.returnTo)
    await discover(settingsOf(provider))
    const browser = randomSecret()
    const flow: Flow = {
      provider,
      nonce: randomSecret(),
      verifier: randomSecret(),
      returnTo,
      state: ownState,
      codeChallenge,
      browserHash: sha256(browser),
    }
    const { secret: state } = await write((trx) =>
      issueToken(trx, {
        purpose: 'outside_flow',
        subject: flow.browserHash,
        data: flow,
        life: FLOW_LIFE,
      })
    )
    const cookie = { name: browserCookie(state), value: browser, seconds: FLOW_LIFE / 1000 }
    return { url: await authorizationUrl(flow, state), cookie }
  }
}
