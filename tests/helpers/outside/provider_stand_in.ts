/*
 * A real OpenID provider in this process (oidc-provider), in the place of Google or Azure: with its
 * own log-in pages, its own keys, and people we make up. It can also sign what no provider would.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose'
import env from '#start/env'
import { callbackUrl, type ProviderName } from '#auth/services/outside/providers'
import { clock } from '#core/support/clock'
import { unique } from '#tests/helpers/actors'
import { setSetting } from '#tests/helpers/settings'

export const CLIENT_ID = 'souk-server'
export const APP_ID = 'souk-app'
export const MICROSOFT = 'https://login.microsoftonline.com'
const CLIENT_SECRET = 'a secret between souk and its provider'

type Claims = Record<string, unknown>

export interface StandInOptions {
  /** of an Azure-like issuer */
  tenant?: string
  /** the metadata of all tenants, at Microsoft's own name */
  isForAllTenants?: boolean
  /** what Souk shows when it exchanges a code */
  clientSecret?: string
}

export class ProviderStandIn {
  /** what becomes of requests from now on */
  mode: 'up' | 'hangs' | 'fails' = 'up'
  /** how often the token endpoint was asked */
  exchanges = 0
  issuer = ''
  origin = ''
  #server!: Server
  #people = new Map<string, Claims>()
  #key!: CryptoKey
  #before: [name: string, value: unknown][] = []

  private constructor(
    readonly name: ProviderName,
    private options: StandInOptions
  ) {}

  /** Starts one, and makes it this installation's Google or Azure. */
  static async start(name: ProviderName, options: StandInOptions = {}): Promise<ProviderStandIn> {
    const standIn = new ProviderStandIn(name, options)
    await standIn.#listen()
    standIn.connect()
    return standIn
  }

  /** Somebody who can log in there. @returns the subject */
  person(claims: Claims): string {
    const subject = unique('Sub')
    const { tenant } = this.options
    this.#people.set(subject, { ...(tenant && { tid: tenant }), ...claims })
    return subject
  }

  /** An ID token as an app gets it; `change` takes precedence, also over what is signed with. */
  async idToken(subject: string, change: JWTPayload = {}, key = this.#key, header: object = {}) {
    const now = Math.floor(clock.now() / 1000)
    const claims = { iss: this.issuer, aud: APP_ID, iat: now, exp: now + 600 }
    return new SignJWT({ ...claims, sub: subject, ...this.#people.get(subject), ...change })
      .setProtectedHeader({ alg: 'RS256', kid: this.#kid, ...header })
      .sign(key)
  }

  get key(): CryptoKey {
    return this.#key
  }

  get #kid() {
    return `${this.name}-key`
  }

  connect() {
    for (const [name, value] of Object.entries(this.settings))
      this.#set(name, name.endsWith('_AUDIENCES') ? [value] : value)
  }

  /** Settings by which a server takes it for Google or Azure. */
  get settings(): Record<string, string> {
    const upper = this.name.toUpperCase()
    const { isForAllTenants } = this.options
    return {
      [`OIDC_${upper}_CLIENT_ID`]: CLIENT_ID,
      [`OIDC_${upper}_CLIENT_SECRET`]: this.options.clientSecret ?? CLIENT_SECRET,
      [`OIDC_${upper}_AUDIENCES`]: APP_ID,
      [`OIDC_${upper}_ISSUER`]: isForAllTenants ? `${MICROSOFT}/organizations/v2.0` : this.issuer,
      [`OIDC_${upper}_DISCOVERY_URL`]: isForAllTenants
        ? `${this.origin}/.well-known/openid-configuration`
        : '',
    }
  }

  async stop() {
    for (const [name, value] of this.#before.reverse()) setSetting(name, value)
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #set(name: string, value: string | string[]) {
    this.#before.push([name, env.get(name)])
    setSetting(name, value)
  }

  async #listen() {
    setSetting('APP_URL', `http://${env.get('HOST')}:${env.get('PORT')}`)
    this.#server = createServer((request, response) => this.#answer(request, response))
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    this.#server.unref() // rows of the matrix leave theirs running
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    const { tenant, isForAllTenants } = this.options
    const path = tenant ? `/${tenant}/v2.0` : ''
    this.issuer = `${isForAllTenants ? MICROSOFT : this.origin}${path}`
    this.#handle = await this.#makeProvider()
    this.#mountPath = isForAllTenants ? '' : path
  }

  #handle!: (request: IncomingMessage, response: ServerResponse) => void
  #mountPath = ''

  async #makeProvider() {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    this.#key = privateKey
    const jwk = { ...(await exportJWK(privateKey)), kid: this.#kid, alg: 'RS256', use: 'sig' }
    const { Provider } = await quietly(() => import('oidc-provider'))
    const provider = await quietly(
      async () =>
        new Provider(this.issuer, {
          clients: [
            {
              client_id: CLIENT_ID,
              client_secret: this.options.clientSecret ?? CLIENT_SECRET,
              redirect_uris: [callbackUrl(this.name)],
              token_endpoint_auth_method: 'client_secret_post',
            },
          ],
          jwks: { keys: [jwk as any] },
          cookies: { keys: ['stand-in'] },
          claims: {
            openid: ['sub', 'tid', 'xms_edov'],
            email: ['email', 'email_verified'],
            profile: ['name'],
          },
          conformIdTokenClaims: false,
          ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
          pkce: { required: () => true },
          findAccount: (_, id) => ({
            accountId: id,
            claims: async () => ({ sub: id, ...this.#people.get(id) }),
          }),
        })
    )
    return provider.callback()
  }

  async #answer(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) {
    if (this.mode === 'hangs') return
    if (this.mode === 'fails') return void response.writeHead(500).end()
    // this package knows no chooser of accounts: its log-in page stands for it
    const url = request.url!.replace('prompt=select_account', 'prompt=login')
    if (this.options.isForAllTenants && url === '/.well-known/openid-configuration')
      return this.#answerForAllTenants(response)
    if (url.endsWith('/token')) this.exchanges++
    request.originalUrl = url
    request.url = url.slice(this.#mountPath.length)
    this.#handle(request, response)
  }

  /** As Microsoft does: a pattern for an issuer, and no `iss` on the way back. */
  async #answerForAllTenants(response: ServerResponse) {
    const own = await fetch(`${this.origin}/.well-known/openid-configuration?`)
    const metadata = (await own.json()) as Claims
    delete metadata.authorization_response_iss_parameter_supported
    metadata.issuer = `${MICROSOFT}/{tenantid}/v2.0`
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(metadata))
  }
}

/** The package warns on the console that its quick start is not for production. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { info, warn } = console
  console.info = console.warn = () => {}
  try {
    return await work()
  } finally {
    Object.assign(console, { info, warn })
  }
}
