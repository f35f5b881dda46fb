/*
 * What people do with secrets, well and badly.
 */
import { randomInt } from 'node:crypto'
import { Maker } from '#tests/fuzz/maker'
import { Caller, type Answer } from '#tests/helpers/canaries/caller'
import { FactorFlows } from '#tests/helpers/canaries/factor_flows'
import { Life } from '#tests/helpers/canaries/life'
import { secretValue, type CanaryMarket } from '#tests/helpers/canaries/market'
import { OtherFlows } from '#tests/helpers/canaries/other_flows'

const CODE = /code is (\d{6})/
const RESET = /reset-password\/([\w-]{43})/

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
const digits = (length: number) => Array.from({ length }, () => String(randomInt(10))).join('')

export class Flows {
  readonly caller: Caller
  /** somebody whose account can be erased afterwards */
  readonly life: Life
  #factors: FactorFlows
  #others: OtherFlows
  #email = `canary.${secretValue().slice(0, 8)}@example.test`
  #password = ''

  constructor(private market: CanaryMarket) {
    this.caller = new Caller(market.server.url, market.canaries)
    this.#factors = new FactorFlows(market, this.caller)
    this.#others = new OtherFlows(market, this.caller)
    this.life = new Life(market, this.caller)
  }

  #plant(name: string, value: string, ...mayBeIn: any[]): string {
    return this.market.canaries.plant(name, value, ...mayBeIn)
  }

  async everything() {
    await this.signUp()
    const tokens = await this.logIn()
    await this.cookies()
    await this.badRequests()
    await this.changePassword(tokens.accessToken)
    await this.resetPassword()
    await this.phone()
    const { accessToken } = await this.payout()
    await this.forgeries()
    await this.#factors.everything()
    for (const provider of this.market.providers) await this.#others.outside(provider)
    const maker = await Maker.start(this.market.env, this.market.folder)
    await this.freeText(maker)
    await this.payments(maker)
    await this.#others.impersonation(maker)
    await this.life.lead(maker)
    await maker.stop()
    await this.#others.accountExport(accessToken)
  }

  async signUp() {
    const { post } = this.market
    this.#password = this.#plant('password at registration', `pw ${secretValue()}`)
    const person = { name: 'Canary Bird', email: this.#email, password: this.#password }
    await this.caller.send('/auth/register', { ...person, role: 'partner', businessName: 'Birds' })
    const code = this.#plant('code by mail', await post.read(this.#email, CODE))
    await this.caller.send('/auth/verify-email', { email: this.#email, code: '000000' })
    await this.caller.send(
      '/auth/verify-email',
      { email: this.#email, code },
      { gives: ({ data }) => this.#plant('access token of the first session', data.accessToken) }
    )
  }

  async logIn() {
    const email = this.#email
    const wrong = this.#plant('password that is wrong', `pw ${secretValue()}`)
    await this.caller.send('/auth/login', { email, password: wrong })
    const { data } = await this.caller.send(
      '/auth/login',
      { email, password: this.#password },
      {
        gives: (answer) => {
          this.#plant('access token', answer.data.accessToken)
          this.#plant('refresh token', answer.data.refreshToken)
        },
      }
    )
    const { data: next } = await this.caller.send(
      '/auth/refresh-token',
      { refreshToken: data.refreshToken },
      {
        gives: (answer) => this.#plant('second refresh token', answer.data.refreshToken),
        repeats: ['access token'], // of the same second, so the same
      }
    )
    await this.caller.send('/auth/verify-token', { token: next.accessToken })
    await this.caller.send('/auth/sessions', undefined, bearer(next.accessToken))
    return next as { accessToken: string }
  }

  async cookies() {
    await this.caller.send(
      '/auth/login',
      { email: this.#email, password: this.#password, transport: 'cookie' },
      { gives: (answer) => this.#plantCookies(answer) }
    )
  }

  #plantCookies({ cookies }: Answer) {
    const valueOf = (name: string) =>
      cookies
        .find((one) => one.startsWith(`${name}=`))!
        .slice(name.length + 1)
        .split(';')[0]
    this.#plant('access cookie', valueOf('souk_access'))
    this.#plant('refresh cookie', valueOf('souk_refresh'))
  }

  async badRequests() {
    const cut = this.#plant('password in JSON that is cut off', secretValue())
    await this.caller.send('/auth/login', `{"email":"${this.#email}","password":"${cut}`)
    const misplaced = this.#plant('password where an object is wanted', secretValue())
    const inBody = { name: 'X', email: { password: misplaced }, password: [misplaced], role: 'x' }
    await this.caller.send('/auth/register', inBody)
    const inQuery = this.#plant('token in a query', secretValue())
    await this.caller.send(`/products?token=${inQuery}&limit=x`)
    await this.caller.send(`/no/such/address?password=${inQuery}`)
    const bare = this.#plant('token without Bearer', `eyJhbGciOiJIUzI1NiJ9.${secretValue()}.x`)
    await this.caller.send('/user/profile', undefined, { headers: { authorization: bare } })
    const forged = this.#plant('token that is forged', secretValue())
    await this.caller.send('/user/profile', undefined, bearer(forged))
    await this.caller.send('/auth/verify-token', { token: forged })
    const cookie = this.#plant('cookie that is forged', secretValue())
    await this.caller.send('/user/profile', undefined, {
      headers: { cookie: `souk_access=${cookie}; souk_refresh=${cookie}` },
    })
  }

  async changePassword(accessToken: string) {
    const newPassword = this.#plant('password at change', `pw ${secretValue()}`)
    const options = { ...bearer(accessToken), method: 'PUT' as const }
    const body = { currentPassword: this.#password, newPassword }
    await this.caller.send('/user/change-password', { ...body, newPassword: 'short' }, options)
    await this.caller.send('/user/change-password', body, options)
    this.#password = newPassword
  }

  async resetPassword() {
    await this.caller.send('/auth/forgot-password', { email: this.#email })
    const token = await this.market.post.read(this.#email, RESET)
    const path = `/auth/reset-password/${this.#plant('token of a reset, in the address', token)}`
    const password = this.#plant('password at reset', `pw ${secretValue()}`)
    await this.caller.send(path, { password: 'short' })
    await this.caller.send(path, { password })
    await this.caller.send(path, { password })
    this.#password = password
  }

  async phone() {
    const phone = `+49151${digits(8)}`
    const password = this.#plant('password of who signs up by phone', `pw ${secretValue()}`)
    await this.caller.send('/auth/register', { name: 'By Phone', phone, password, role: 'client' })
    const code = this.#plant('code by text', await this.market.post.read(phone, CODE))
    await this.caller.send('/auth/verify-otp', { phone, code })
  }

  async payout() {
    const { data } = await this.caller.send('/auth/login', {
      email: this.#email,
      password: this.#password,
    })
    const account = this.#plant('number of a bank account', `DE${digits(20)}`)
    const bankCode = this.#plant('code of a bank', `CANARY${digits(8)}`)
    const payoutDetails = {
      accountHolder: 'Canary Bird',
      accountNumber: account,
      bankName: 'Bird Bank',
      bankCode,
      country: 'DE',
    }
    const options = { ...bearer(data.accessToken), method: 'PUT' as const }
    const wrong = { ...payoutDetails, country: 7 }
    await this.caller.send('/partner/profile', { payoutDetails: wrong }, options)
    await this.caller.send('/partner/profile', { payoutDetails }, options)
    await this.caller.send('/partner/profile', undefined, bearer(data.accessToken))
    return data as { accessToken: string }
  }

  /** What people write to each other is theirs to read; it has no business in logs and jobs. */
  async freeText(maker: Maker) {
    const { token, request } = await maker.make('inquiries.store', 'client')
    const card = `4111${digits(12)}`
    this.#plant('number of a card in a text', card, 'answers', 'database')
    const description = `Please charge ${card} for it.`
    const headers = { 'authorization': token, 'idempotency-key': secretValue() }
    await this.caller.send('/inquiries', { ...request.body, description }, { headers })
    const wrong = { ...request.body, description, budget: card }
    await this.caller.send('/inquiries', wrong, { headers: { authorization: token } })
  }

  async forgeries() {
    for (const gateway of ['stripe', 'paypal', 'razorpay', 'sandbox']) {
      const value = this.#plant(`signature of a forged ${gateway} web hook`, secretValue())
      const signature = {
        'stripe-signature': `t=1,v1=${value}`,
        'paypal-transmission-sig': value,
        'x-razorpay-signature': value,
        'x-sandbox-signature': value,
      }
      const body = { id: 'evt_1', secret: value }
      await this.caller.send(`/payments/webhooks/${gateway}`, body, { headers: signature })
    }
  }

  /** The gateways' keys are used, and what the client finishes a payment with comes back. */
  async payments(maker: Maker) {
    for (const gateway of ['sandbox', 'stripe', 'paypal', 'razorpay']) {
      const { token, request } = await maker.make('payments.intents.store', 'client')
      const headers = {
        'authorization': token,
        ...request.headers,
        'idempotency-key': secretValue(),
      }
      await this.caller.send(
        '/payments/intents',
        { ...request.body, gateway },
        {
          headers,
          gives: ({ data }) => {
            const secret = data?.clientSecret
            if (secret) this.#plant(`what finishes a payment by ${gateway}`, secret)
          },
        }
      )
    }
  }

  /** Each of these needs a table that is not there: a 500 with a secret in the request. */
  async inTrouble(table: string) {
    const password = this.#plant(`password, ${table} away`, `pw ${secretValue()}`)
    const email = `trouble.${secretValue().slice(0, 8)}@example.test`
    const refreshToken = this.#plant(`refresh token, ${table} away`, secretValue())
    await this.caller.send('/auth/login', { email, password })
    await this.caller.send('/auth/register', { name: 'X', email, password, role: 'client' })
    await this.caller.send('/auth/refresh-token', { refreshToken })
    await this.caller.send(`/auth/reset-password/${secretValue()}aaa`, { password })
    await this.#factors.inTrouble(table)
  }
}
