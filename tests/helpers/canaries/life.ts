/*
 * Somebody whose every word stands nowhere else: signs up, deals with others, and has the account
 * erased.
 */
import { randomInt } from 'node:crypto'
import type { Maker } from '#tests/fuzz/maker'
import { until } from '#tests/faults/processes'
import { Canaries, type Place } from '#tests/helpers/canaries/canaries'
import type { Caller } from '#tests/helpers/canaries/caller'
import {
  execute,
  secretValue,
  withoutTables,
  type CanaryMarket,
} from '#tests/helpers/canaries/market'

const CODE = /code is (\d{6})/
/** tables whose absence makes a 500 of what names somebody */
const NEEDED = ['addresses', 'challenges', 'email_logs']

export class Life {
  /** what the person is known by and has written */
  readonly traces = new Canaries()
  #id = ''
  #email = this.#word('e-mail', (word) => `${word}@example.test`)
  #password: string
  #headers: Record<string, string> = {}

  constructor(
    private market: CanaryMarket,
    private caller: Caller
  ) {
    this.#password = market.canaries.plant('password of who is erased', `pw ${secretValue()}`)
  }

  /** A word of the person's, somewhere in a text. */
  #word(name: string, text = (word: string) => word, ...mayBeIn: Place[]): string {
    return text(this.traces.plant(name, `zz${secretValue().slice(0, 14)}`, ...mayBeIn))
  }

  async lead(maker: Maker) {
    await this.#signUp()
    await this.#number()
    await this.#ask(maker)
    await this.#buy(maker)
    await this.#inTrouble()
  }

  /** By the person's own request, with both looks for what others have kept. */
  async end() {
    const body = { password: this.#password, confirm: this.#email }
    const erase = () =>
      this.caller.send('/user/account', body, { headers: this.#headers, method: 'DELETE' })
    // money on its way back is waited for
    await until('the account is erased', async () => (await erase()).status === 204)
    const { database } = this.market
    const looks = async () => {
      const sql = `SELECT looks FROM erasures WHERE user_id = '${this.#id}'`
      return Number((await database.rows(sql))[0].looks)
    }
    await until('it is looked for once', async () => (await looks()) > 0)
    // the last look is ten minutes later
    await execute(this.market, [
      "UPDATE outbox SET available_at = 0 WHERE name = 'privacy.sweep_traces' AND state = 'pending'",
    ])
    await until('it is looked for again', async () => (await looks()) > 1)
  }

  async #signUp() {
    const name = this.#word('name', (word) => `Ada ${word}`)
    const [email, password] = [this.#email, this.#password]
    await this.caller.send('/auth/register', { name, email, password, role: 'client' })
    const code = await this.market.post.read(email, CODE)
    const { data } = await this.caller.send(
      '/auth/verify-email',
      { email, code },
      {
        gives: (answer) => {
          this.market.canaries.plant('access token of who is erased', answer.data.accessToken)
          this.market.canaries.plant('refresh token of who is erased', answer.data.refreshToken)
        },
      }
    )
    this.#id = data.user.id
    this.#headers = { authorization: `Bearer ${data.accessToken}` }
    // what is refused names somebody, too
    await this.caller.send('/auth/register', { name, email, password: 'x', role: 'client' })
    await this.caller.send('/auth/login', { email, password: 'not the password' })
    await this.#send(`/products?search=${encodeURIComponent(name)}&limit=x`)
    await this.#send(`/no/such/address/${encodeURIComponent('nobody')}?email=${email}`)
  }

  async #number() {
    const phone = this.traces.plant('number', `49151${randomInt(10_000_000, 99_999_999)}`)
    await this.#send('/user/phone', { phone: `+${phone}` }, 'PUT')
    const code = await this.market.post.read(`+${phone}`, CODE)
    await this.#send('/user/phone/confirm', { code })
  }

  async #ask(maker: Maker) {
    const { request } = await maker.make('inquiries.store', 'client')
    const title = this.#word('wish', (word) => `Pictures of ${word}`)
    const description = this.#word('story', (word) => `It was ${word}, and is no more.`)
    const asked = await this.#send('/inquiries', { ...request.body, title, description })
    if (asked.status !== 201) throw new Error(`inquiry: ${asked.status}`)
  }

  /** An order that is paid, cancelled, and paid back. */
  async #buy(maker: Maker) {
    await this.#send('/user/addresses', {
      label: 'Home',
      recipient: this.#word('recipient'),
      line1: this.#word('street', (word) => `${word} 1`),
      city: 'Berlin',
      postalCode: '10115',
      country: 'DE',
    })
    const { request } = await maker.make('carts.items.store', 'client')
    await this.#send('/cart/items', request.body)
    const order = await this.#send('/orders', { requirements: this.#word('requirements') })
    const orderId: string = order.data.id
    const intent = await this.#send('/payments/intents', { orderId, gateway: 'sandbox' })
    await this.#send(`/payments/sandbox/${intent.data.id}/confirm`, {})
    const statusOf = async () => (await this.#send(`/orders/${orderId}`)).data.status
    await until('the order is paid', async () => (await statusOf()) === 'placed')
    await this.#send(`/orders/${orderId}/cancel`, { reason: this.#word('reason') })
  }

  /** Each of these is a 500 with somebody's words in the request. */
  async #inTrouble() {
    for (const table of NEEDED)
      await withoutTables(this.market, [table], async () => {
        // a registration that waits for its code is nobody's account yet
        const waits = ['database', 'messages'] as const
        const mail = (word: string) => `${word}@example.test`
        const email = this.#word(`e-mail, ${table} away`, mail, ...waits)
        const name = this.#word(`name, ${table} away`, undefined, ...waits)
        const recipient = this.#word(`recipient, ${table} away`)
        const line1 = this.#word(`street, ${table} away`)
        const password = this.#password
        await this.caller.send('/auth/register', { name, email, password, role: 'client' })
        const address = { label: 'Work', recipient, line1, city: 'Berlin', country: 'DE' }
        await this.#send('/user/addresses', address)
      })
  }

  #send(path: string, body?: unknown, method?: 'GET' | 'POST' | 'PUT') {
    const headers = { ...this.#headers, 'idempotency-key': secretValue() }
    return this.caller.send(path, body, { headers, method })
  }
}
