/*
 * The shop against a floor (bench/floor: node:http and the driver by hand), both on one database, in
 * turns: 16 clients, one server process each. The ratio of a line is Souk's rate to the floor's.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, isUp, Process, souk, until } from '../tests/faults/processes.js'
import { builtServer, makeBuild } from './build.js'
import { openDatabase, type Database } from './database.js'
import { Connection, during, median, type Ask, type Load } from './load.js'
import type { Bench, BenchContext } from './run.js'
import { fillShop, type Shop, type Shopper } from './shop_data.js'

const CLIENTS = 16
const SHOPPERS = 400
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7)
const SECONDS = 1
const CHECKOUTS = 4 // of each client in a round
const SEQUENTIAL = 40
/** while one works on the code: the same, without a build before */
const IS_FROM_SOURCE = process.env.BENCH_FROM === 'source'
const SIZES = {
  partners: 500,
  products: Number(process.env.BENCH_PRODUCTS ?? 10_000),
  orders: Number(process.env.BENCH_ORDERS ?? 10_000),
}

/** One of the two servers, as its clients call it. */
interface Side {
  base: string
  /** the first part of every path */
  root: string
  orders: string
  confirmation: (paymentId: string) => string
  headersOf: (shopper: Shopper) => Record<string, string>
}

export const SOUK = (base: string): Side => ({
  base,
  root: '/api/v1',
  orders: '/admin/orders',
  confirmation: (paymentId) => `/payments/sandbox/${paymentId}/confirm`,
  headersOf: ({ token }) => ({ authorization: `Bearer ${token}` }),
})

export const FLOOR = (base: string): Side => ({
  base,
  root: '',
  orders: '/orders',
  confirmation: (paymentId) => `/payments/${paymentId}/confirm`,
  headersOf: ({ id }) => ({ 'x-client': id }),
})

export class Customer {
  #connection: Connection
  #turn = 0

  constructor(
    private side: Side,
    private shop: Shop,
    private shoppers: Shopper[],
    private index: number
  ) {
    this.#connection = new Connection(side.base)
  }

  list() {
    const { categoryIds } = this.shop
    const sort = ['newest', 'rating', 'best_selling'][this.#turn % 3]
    const categoryId = categoryIds[(this.index * 7 + this.#turn++) % categoryIds.length]
    return this.#get(`/products?categoryId=${categoryId}&sort=${sort}&currency=GBP`)
  }

  detail() {
    return this.#get(`/products/${this.#product().id}?currency=GBP`)
  }

  adminList(cursor?: string) {
    const after = cursor ? `&cursor=${cursor}` : ''
    return this.#get(`${this.side.orders}?limit=50${after}`, this.shop.staff)
  }

  /** The cursor after the newest `depth` orders. */
  async cursorAt(depth: number): Promise<string> {
    let cursor = ''
    for (let seen = 0; seen < depth; seen += 100) {
      const path = `${this.side.orders}?limit=100${cursor && `&cursor=${cursor}`}`
      cursor = JSON.parse(await this.#get(path, this.shop.staff)).meta.nextCursor
    }
    return cursor
  }

  /** A cart comes to hold three lines, of which more and more is put in. */
  addLine() {
    const variantId = this.shop.products[this.index * 3 + (this.#turn++ % 3)].variantId
    return this.#post('/cart/items', this.shoppers[0], { variantId, quantity: 1 })
  }

  /** A line, an order, a payment and its confirmation, by one shopper after the other. */
  async checkout(times?: number[]) {
    const shopper = this.shoppers[1 + (this.#turn % (this.shoppers.length - 1))]
    const { variantId } = this.#product()
    const startedAt = performance.now()
    await this.#post('/cart/items', shopper, { variantId, quantity: 1 })
    const placedFrom = performance.now()
    const order = await this.#post('/orders', shopper, {})
    times?.push(performance.now() - placedFrom)
    const intent = { orderId: order.data.id, gateway: 'sandbox' }
    const payment = await this.#post('/payments/intents', shopper, intent)
    await this.#post(this.side.confirmation(payment.data.id), shopper, {})
    return { paymentId: payment.data.id as string, startedAt }
  }

  close() {
    this.#connection.close()
  }

  #product() {
    const { products } = this.shop
    return products[(this.index * 619 + this.#turn++ * 7_919) % products.length]
  }

  #get(path: string, shopper?: Shopper) {
    const headers = shopper ? this.side.headersOf(shopper) : {}
    return this.#connection.ask({ path: this.side.root + path, headers })
  }

  async #post(path: string, shopper: Shopper, body: object) {
    const headers = { ...this.side.headersOf(shopper), 'idempotency-key': randomUUID() }
    const ask: Ask = { method: 'POST', path: this.side.root + path, headers, body }
    return JSON.parse(await this.#connection.ask(ask))
  }
}

const TURNS = {
  'list': { goal: 0.5, work: (customer: Customer) => customer.list() },
  'detail': { goal: 0.4, work: (customer: Customer) => customer.detail() },
  'admin list': { goal: 0.5, work: (customer: Customer) => customer.adminList() },
  'add a line': { goal: 0.33, work: (customer: Customer) => customer.addLine() },
}

export const shop: Bench = {
  name: `the shop against a floor: ${SIZES.products} products, ${SIZES.orders} orders`,
  async run(context) {
    const { env, folder, report } = context
    if (!IS_FROM_SOURCE) makeBuild()
    await souk.prepare(env, folder, SIZES.partners)
    Object.assign(process.env, env)
    const database = openDatabase()
    const secret = env.JWT_SECRET
    const filled = await fillShop(database, { ...SIZES, clients: SHOPPERS, secret })
    const [ours, floor] = [String(await freePort()), String(await freePort())]
    const servers = [
      (IS_FROM_SOURCE ? souk.server : builtServer)(
        'shop',
        { ...env, LOG_LEVEL: 'info', PORT: ours },
        folder
      ).start(),
      new Process('floor', TYPESCRIPT_FLOOR, { ...env, PORT: floor }, folder).start(),
    ]
    try {
      await until('ours answers', () => isUp(`http://127.0.0.1:${ours}`))
      await until('the floor answers', () => fetch(`http://127.0.0.1:${floor}/orders`).then((one) => one.ok, () => false)) // prettier-ignore
      const sides = {
        ours: SOUK(`http://127.0.0.1:${ours}`),
        floor: FLOOR(`http://127.0.0.1:${floor}`),
      }
      await compare(report, sides, filled, database)
    } finally {
      for (const server of servers) await server.stop('SIGTERM')
    }
  },
}

const TYPESCRIPT_FLOOR = ['--import=@poppinss/ts-exec', 'bench/floor/server.ts']

async function compare(
  report: BenchContext['report'],
  sides: Record<'ours' | 'floor', Side>,
  filled: Shop,
  database: Database
) {
  const customers = (side: Side) =>
    Array.from({ length: CLIENTS }, (_, index) => {
      const each = SHOPPERS / CLIENTS
      return new Customer(
        side,
        filled,
        filled.clients.slice(index * each, (index + 1) * each),
        index
      )
    })
  const crowds = { ours: customers(sides.ours), floor: customers(sides.floor) }
  for (const [name, { goal, work }] of Object.entries(TURNS)) {
    const rounds: Record<'ours' | 'floor', Load>[] = []
    for (let round = 0; round <= ROUNDS; round++)
      rounds.push({
        floor: await during(SECONDS, crowds.floor, work),
        ours: await during(SECONDS, crowds.ours, work),
      })
    tell(report, name, goal, rounds.slice(1))
  }
  await pageDepth(report, crowds.ours)

  const rounds: Record<'ours' | 'floor', Load>[] = []
  for (let round = 0; round <= ROUNDS; round++)
    rounds.push({
      floor: await checkouts(crowds.floor, database),
      ours: await checkouts(crowds.ours, database),
    })
  tell(report, 'whole checkout', 0.2, rounds.slice(1))
  await alone(report, crowds.ours[0], database)
  for (const crowd of Object.values(crowds)) crowd.forEach((customer) => customer.close())
}

/** Pages in the middle of all orders, in turns with first pages. */
async function pageDepth(report: BenchContext['report'], crowd: Customer[]) {
  const cursor = await crowd[0].cursorAt(SIZES.orders / 2)
  const ratios: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const first = await during(SECONDS, crowd, (customer) => customer.adminList())
    const deep = await during(SECONDS, crowd, (customer) => customer.adminList(cursor))
    ratios.push(deep.rate / first.rate)
  }
  const ratio = median(ratios.slice(1))
  const percent = `${(ratio * 100).toFixed(0)} % of the first page's rate (goal: 80 %)`
  report(`admin list from order ${SIZES.orders / 2} on`, percent, ratio >= 0.8)
}

function tell(
  report: BenchContext['report'],
  name: string,
  goal: number,
  rounds: Record<'ours' | 'floor', Load>[]
) {
  const ratio = median(rounds.map(({ ours, floor }) => ours.rate / floor.rate))
  const of = (whose: 'ours' | 'floor') => {
    const figure = (key: keyof Load) => median(rounds.map((round) => round[whose][key]))
    return `${figure('rate').toFixed(0)}/s (p50 ${figure('p50').toFixed(1)} ms)`
  }
  const percent = `${(ratio * 100).toFixed(0)} % of the floor (goal: ${goal * 100} %)`
  report(name, `${percent}: ${of('ours')} against ${of('floor')}`, ratio >= goal)
}

/** So many checkouts by everybody at once, from the first request to the last booking. */
async function checkouts(crowd: Customer[], database: Database): Promise<Load> {
  const startedAt = performance.now()
  const made = await Promise.all(
    crowd.map(async (customer) => {
      const payments: string[] = []
      for (let turn = 0; turn < CHECKOUTS; turn++)
        payments.push((await customer.checkout()).paymentId)
      return payments
    })
  )
  const payments = made.flat()
  await booked(database, payments)
  const elapsed = performance.now() - startedAt
  await quiet(database)
  const each = elapsed / payments.length
  return { rate: 1000 / each, p50: each, p99: each }
}

async function booked(database: Database, paymentIds: string[]) {
  const sql = `SELECT COUNT(*) AS booked FROM ledger_transactions WHERE kind = 'payment_captured'
    AND ref_type = 'payment' AND ref_id IN (${paymentIds.map(() => '?').join(', ')})`
  for (;;) {
    const [row] = await database.all(sql, ...paymentIds)
    if (Number(row.booked) === paymentIds.length) return
    await sleep(2)
  }
}

/** Receipts and the like are sent meanwhile: the next turn begins when they are. */
async function quiet(database: Database) {
  const sql = `SELECT COUNT(*) AS waiting FROM outbox WHERE state = 'pending' AND available_at <= ?`
  await until('the jobs are done', async () => {
    const [{ waiting }] = await database.all(sql, Date.now())
    return Number(waiting) === 0
  })
}

/** One client alone: what a person waits for. */
async function alone(report: BenchContext['report'], customer: Customer, database: Database) {
  const placed: number[] = []
  const whole: number[] = []
  for (let turn = 0; turn < SEQUENTIAL; turn++) {
    const { paymentId, startedAt } = await customer.checkout(placed)
    await booked(database, [paymentId])
    whole.push(performance.now() - startedAt)
    await quiet(database)
  }
  const order = median(placed)
  report('one client: an order, p50', `${order.toFixed(1)} ms (goal: 20 ms)`, order <= 20)
  report('one client: until it is booked, p50', `${median(whole).toFixed(1)} ms`)
}
