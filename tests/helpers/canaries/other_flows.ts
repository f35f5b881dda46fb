/*
 * Secrets of log-ins at providers, of staff who look through a client's eyes, and of exports.
 */
import type { Maker } from '#tests/fuzz/maker'
import { until } from '#tests/faults/processes'
import type { Answer, Caller } from '#tests/helpers/canaries/caller'
import { secretValue, type CanaryMarket } from '#tests/helpers/canaries/market'
import { Browser, isCallback } from '#tests/helpers/outside/browser'
import { frontEndSecret } from '#tests/helpers/outside/log_ins'
import type { ProviderStandIn } from '#tests/helpers/outside/provider_stand_in'
import { unzipped } from '#tests/helpers/zips'

export class OtherFlows {
  constructor(
    private market: CanaryMarket,
    private caller: Caller
  ) {}

  #plant(name: string, value: string): string {
    return this.market.canaries.plant(name, value)
  }

  /** A browser goes to the provider and back, and an app brings an ID token. */
  async outside(provider: ProviderStandIn) {
    const { name } = provider
    const path = `/auth/oidc/${name}`
    const { codeVerifier, codeChallenge } = frontEndSecret()
    this.#plant(`verifier of a log-in by ${name}`, codeVerifier)
    const address = `outside.${secretValue().slice(0, 8)}@example.test`
    const subject = provider.person({ email: address, email_verified: true, xms_edov: true })
    const back = await this.#walk(`${path}/redirect?codeChallenge=${codeChallenge}`, subject)
    const code = this.#plant(`code of an exchange, ${name}`, back.searchParams.get('code')!)
    const exchange = '/auth/oidc/exchange'
    await this.caller.send(exchange, { code: secretValue(), codeVerifier })
    const gives = (answer: Answer) => this.#plantTokens(name, answer)
    await this.caller.send(exchange, { code, codeVerifier }, { gives })
    await this.caller.send(exchange, { code, codeVerifier })

    const forged = this.#plant(`ID token of ${name} that is forged`, secretValue())
    await this.caller.send(path, { idToken: forged })
    const idToken = this.#plant(`ID token of ${name}`, await provider.idToken(subject))
    const again = (answer: Answer) => this.#plantTokens(`an app of ${name}`, answer)
    await this.caller.send(path, { idToken }, { gives: again })
  }

  /** @returns the address in the front end that the browser is sent to at the end */
  async #walk(path: string, subject: string): Promise<URL> {
    const { url: server } = this.market.server
    const browser = new Browser()
    const begin = await browser.ask(`${server}/api/v1${path}`)
    const { url } = await browser.walk(begin.headers.get('location')!, subject, isCallback)
    this.#plant(`code of a provider, ${path.split('/')[3]}`, url.searchParams.get('code')!)
    this.#plant(`state of a log-in, ${path.split('/')[3]}`, url.searchParams.get('state')!)
    // to where our server really is
    const end = await browser.ask(`${server}${url.pathname}${url.search}`)
    return new URL(end.headers.get('location')!)
  }

  #plantTokens(which: string, { data }: Answer) {
    this.#plant(`access token by ${which}`, data.accessToken)
    this.#plant(`refresh token by ${which}`, data.refreshToken)
    if (data.deviceToken) this.#plant(`device token by ${which}`, data.deviceToken)
  }

  /** Staff look through a client's eyes, and somebody with a token that is made up. */
  async impersonation(maker: Maker) {
    const start = 'impersonation.staff.impersonations.store'
    const { token: authorization, request } = await maker.make(start, 'admin')
    this.#plant('access token of staff', authorization.replace('Bearer ', ''))
    const { data } = await this.caller.send('/admin/impersonate/start', request.body, {
      headers: { authorization, 'idempotency-key': secretValue() },
      gives: (answer) => this.#plant('impersonation token', answer.data.impersonationToken),
    })
    const forged = this.#plant('impersonation token that is forged', secretValue())
    for (const token of [forged, data.impersonationToken]) {
      const headers = { 'x-impersonation-token': token }
      for (const path of ['/user/profile', '/orders', '/user/2fa'])
        await this.caller.send(path, undefined, { headers })
      await this.caller.send('/orders', { note: 'not theirs to place' }, { headers })
      await this.caller.send('/admin/impersonate/add-note', { note: 'seen' }, { headers })
    }
    const { sessionId } = data
    const logs = `/admin/impersonate/logs/${sessionId}`
    await this.caller.send(logs, undefined, { headers: { authorization } })
    await this.caller.send('/admin/action-logs', undefined, { headers: { authorization } })
    const headers = { 'x-impersonation-token': data.impersonationToken }
    await this.caller.send('/admin/impersonate/end', {}, { headers })
  }

  /** Everything that is stored about somebody, on its way to them. */
  async accountExport(accessToken: string) {
    const headers = { authorization: `Bearer ${accessToken}` }
    const asked = await this.caller.send('/user/account/export', {}, { headers })
    const path = `/user/account/exports/${asked.data.id}`
    const isReady = async () =>
      (await this.caller.send(path, undefined, { headers })).data.status === 'ready'
    await until('the export is ready', isReady)
    const { url } = this.market.server
    const response = await fetch(`${url}/api/v1${path}/download`, { headers })
    const files = await unzipped(Buffer.from(await response.arrayBuffer()))
    if (files.size < 10) throw new Error('The export is empty')
    for (const [name, bytes] of files)
      for (const canary of this.market.canaries.in(bytes.toString('latin1')))
        this.caller.leaks.push(`${canary} in the export's ${name}`)
  }
}
