/*
 * What people do with second factors and unlock links, well and badly.
 */
import { newId } from '#core/support/ids'
import { clock, DAY, HOUR } from '#core/support/clock'
import type { Answer, Caller } from '#tests/helpers/canaries/caller'
import { execute, secretValue, type CanaryMarket } from '#tests/helpers/canaries/market'
import { App } from '#tests/helpers/factors'

const CODE = /code is (\d{6})/
const UNLOCK = /unlock\/([\w-]{43})/

interface Person {
  id: string
  email: string
  password: string
  token: string
}

const bearer = ({ token }: Person) => ({ authorization: `Bearer ${token}` })

export class FactorFlows {
  constructor(
    private market: CanaryMarket,
    private caller: Caller
  ) {}

  async everything() {
    await this.app()
    await this.mailedCodes()
  }

  #plant(name: string, value: string): string {
    return this.market.canaries.plant(name, value)
  }

  async #person(whose: string): Promise<Person> {
    const { post } = this.market
    const email = `factor.${secretValue().slice(0, 8)}@example.test`
    const password = this.#plant(`password of ${whose}`, `pw ${secretValue()}`)
    await this.caller.send('/auth/register', { name: 'Second', email, password, role: 'client' })
    const code = await post.read(email, CODE)
    const { data } = await this.caller.send(
      '/auth/verify-email',
      { email, code },
      { gives: (answer) => this.#plantTokens(`registration of ${whose}`, answer) }
    )
    return { id: data.user.id, email, password, token: data.accessToken }
  }

  #plantTokens(which: string, { data }: Answer) {
    this.#plant(`access token, ${which}`, data.accessToken)
    this.#plant(`refresh token, ${which}`, data.refreshToken)
    if (data.deviceToken) this.#plant(`device token, ${which}`, data.deviceToken)
  }

  /** An authenticator app, a device that is remembered, recovery codes, and too many wrong ones. */
  async app() {
    const person = await this.#person('who sets up an app')
    const app = await this.#setUp(person)
    const [recovery] = await this.#confirm(person, app)
    const remembered = await this.#finish(person, app.next(), 'by app', { rememberDevice: true })
    await this.caller.send(
      '/auth/login',
      { email: person.email, password: person.password, deviceToken: remembered.deviceToken },
      { gives: (answer) => this.#plantTokens('of a device', answer) }
    )
    await this.#finish(person, recovery, 'by recovery code')
    await this.#renew(person, app)
    await this.#unlock(person)
  }

  async #setUp(person: Person): Promise<App> {
    const body = { method: 'totp', password: `pw ${secretValue()}` }
    this.#plant('password that is wrong, at an app', body.password)
    await this.caller.send('/user/enable-2fa', body, { headers: bearer(person) })
    const { data } = await this.caller.send(
      '/user/enable-2fa',
      { method: 'totp', password: person.password },
      {
        headers: bearer(person),
        gives: (answer) => this.#plant('seed of an app', answer.data.secret),
      }
    )
    await this.caller.send('/user/2fa', undefined, { headers: bearer(person) })
    return new App(data.secret)
  }

  async #confirm(person: Person, app: App): Promise<string[]> {
    const headers = bearer(person)
    await this.caller.send('/user/verify-2fa', { code: app.wrong() }, { headers: bearer(person) })
    const code = this.#plant('code of an app', app.next())
    const { data } = await this.caller.send(
      '/user/verify-2fa',
      { code },
      { headers, gives: (answer) => this.#plantRecovery('at first', answer) }
    )
    return data.recoveryCodes
  }

  #plantRecovery(when: string, { data }: Answer) {
    for (const [i, code] of data.recoveryCodes.entries())
      this.#plant(`recovery code ${i + 1}, ${when}`, code)
    this.#plant(`recovery code without its dash, ${when}`, data.recoveryCodes[0].replace('-', ''))
  }

  /** Logs in to the end: a wrong code, then the right one. */
  async #finish(person: Person, code: string, which: string, more: object = {}) {
    const challenge = await this.#challenge(person)
    const wrong = this.#plant(`wrong recovery code, ${which}`, secretValue().slice(0, 20))
    await this.caller.send('/auth/login/verify-2fa', { challenge, code: wrong })
    const { data } = await this.caller.send(
      '/auth/login/verify-2fa',
      { challenge, code, ...more },
      { gives: (answer) => this.#plantTokens(which, answer) }
    )
    return data
  }

  async #challenge({ email, password }: Person): Promise<string> {
    const deviceToken = this.#plant('device token that is forged', secretValue())
    const { data } = await this.caller.send('/auth/login', { email, password, deviceToken })
    return data.challenge
  }

  /** Other recovery codes, after one more proof. */
  async #renew(person: Person, app: App) {
    const headers = bearer(person)
    const wrong = this.#plant('wrong code at a step-up', secretValue().slice(0, 20))
    await this.caller.send('/auth/step-up', { code: wrong }, { headers })
    const code = this.#plant('code of an app at a step-up', app.next())
    await this.caller.send('/auth/step-up', { code, method: 'totp' }, { headers })
    const gives = (answer: Answer) => this.#plantRecovery('once more', answer)
    await this.caller.send('/user/recovery-codes', {}, { headers, gives })
  }

  /** As after fifty wrong codes in a day: the next one sends the link. */
  async #unlock(person: Person) {
    const now = clock.now()
    const row = `'${person.id}', 'second_factor:day', ${Math.floor(now / DAY)}, 50, ${now + HOUR}`
    await execute(this.market, [
      `DELETE FROM usage_counters WHERE subject = '${person.id}' AND kind LIKE 'second_factor%'`,
      `INSERT INTO usage_counters (subject, kind, window_no, used, expires_at) VALUES (${row})`,
    ])
    const body = { challenge: await this.#challenge(person), code: '000000' }
    await this.caller.send('/auth/login/verify-2fa', body)
    const token = this.#plant('unlock link', await this.market.post.read(person.email, UNLOCK))
    const forged = this.#plant('unlock link that is forged', secretValue())
    for (const one of [forged, token, token]) await this.caller.send('/auth/unlock', { token: one })
  }

  async mailedCodes() {
    const person = await this.#person('who gets codes by mail')
    const headers = bearer(person)
    const { post } = this.market
    const next = async (what: string, request: () => Promise<Answer>) => {
      post.forget(person.email)
      const { data } = await request()
      return { data, code: this.#plant(what, await post.read(person.email, CODE)) }
    }
    const enable = { method: 'email', password: person.password }
    const first = await next('mailed code that turns codes on', () =>
      this.caller.send('/user/enable-2fa', enable, { headers })
    )
    const gives = (answer: Answer) => this.#plantRecovery('beside mailed codes', answer)
    await this.caller.send('/user/verify-2fa', { code: first.code }, { headers, gives })

    const { email, password } = person
    const { data } = await next('mailed code of a log-in', () =>
      this.caller.send('/auth/login', { email, password })
    )
    const { challenge } = data
    const second = await next('mailed code of a log-in, once more', () =>
      this.caller.send('/auth/login/send-code', { challenge, method: 'email' })
    )
    await this.caller.send(
      '/auth/login/verify-2fa',
      { challenge, code: second.code },
      { gives: (answer) => this.#plantTokens('by mailed code', answer) }
    )
    const third = await next('mailed code of a step-up', () =>
      this.caller.send('/auth/step-up/send-code', { method: 'email' }, { headers })
    )
    await this.caller.send('/auth/step-up', { code: third.code }, { headers })
  }

  /** Needs a table that is not there: a 500 with secrets in the request. */
  async inTrouble(table: string) {
    const code = this.#plant(`recovery code, ${table} away`, secretValue().slice(0, 20))
    const deviceToken = this.#plant(`device token, ${table} away`, secretValue())
    const token = this.#plant(`unlock link, ${table} away`, secretValue())
    const body = { challenge: newId('challenge'), code, deviceToken, rememberDevice: true }
    await this.caller.send('/auth/login/verify-2fa', body)
    await this.caller.send('/auth/unlock', { token })
  }
}
