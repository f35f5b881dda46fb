/*
 * Everybody's cart has four lines of the same ten variants, while their partner changes the stock:
 * nobody waits in a circle, and every piece is accounted for.
 */
import { check, generator, options } from '../supervisor.js'
import { fillCarts, type WantedLine } from './carts.js'
import type { Answer, Customer } from './customer.js'
import { customerOf, SIZE, type Shop } from './open_shop.js'

const VARIANTS = 10
const LINES = 4
/** the partner's relative changes, in turns: lost ones would show in the sum */
const DELTAS = [3, -1]

interface Order {
  client: Customer
  lines: WantedLine[]
  answer: Answer
  /** by staff, for the client */
  isManual?: boolean
}

export async function sellingHotCarts(shop: Shop) {
  const { opening, tally } = shop
  const variantIds = opening.partners.flatMap((one) => one.variantIds).slice(0, VARIANTS)
  const people: People = {
    buyers: opening.rushers.map((person) => customerOf(shop, person)),
    staff: opening.admins.map((person) => customerOf(shop, person)),
    seller: customerOf(shop, opening.partners[0]),
    edited: opening.partners[0].variantIds[0],
  }
  const failedBefore = tally.errors.length
  const before = await shelvesOf(shop, variantIds)
  const version = before.get(people.edited)!.version
  const orders: Order[] = []
  const edits: Answer[] = []
  for (let round = 0; round < SIZE.hot.rounds; round++) {
    const sold = await sellingAndEditing(shop, people, { variantIds, round })
    orders.push(...sold.orders)
    edits.push(...sold.edits)
  }
  const after = await shelvesOf(shop, variantIds)
  checkReserved(orders, before, after)
  checkEdits(edits, after.get(people.edited)!.onHand - before.get(people.edited)!.onHand)
  await settingStock(shop, people, version)
  await cancelling(orders.filter(({ isManual, answer }) => isManual && answer.status === 201))
  const odd = orders.filter(({ answer }) => answer.status !== 201)
  const codes = new Set(odd.map(({ answer }) => `${answer.status} ${answer.code}`))
  const failures = new Set(tally.errors.slice(failedBefore))
  const figures = [`${orders.length} orders`, ...codes, ...failures].join(', ')
  const isSmooth = failures.size + odd.length === 0
  check('carts of the same variants do not lock each other out', isSmooth, figures)
}

function checkReserved(orders: Order[], before: Shelves, after: Shelves) {
  const lines = orders.flatMap((order) => order.lines)
  const wrong = [...before].filter(([id, { reserved }]) => {
    const ordered = lines.filter(({ variantId }) => variantId === id)
    const pieces = ordered.reduce((sum, { quantity }) => sum + quantity, 0)
    return after.get(id)!.reserved - reserved !== pieces
  })
  check('what is reserved of them is what was ordered', wrong.length === 0, `${lines.length} lines`)
}

function checkEdits(edits: Answer[], changed: number) {
  const owed = edits.reduce((sum, _, n) => sum + DELTAS[n % DELTAS.length], 0)
  const areTaken = edits.every(({ status }) => status === 200)
  const figures = `${edits.length} changes, ${changed} of ${owed} pieces`
  check('no change of the stock is lost meanwhile', areTaken && changed === owed, figures)
}

interface People {
  buyers: Customer[]
  staff: Customer[]
  seller: Customer
  /** the variant whose stock its seller changes meanwhile */
  edited: string
}

/** Clients order, staff order for clients, and the partner changes the stock, all at once. */
async function sellingAndEditing(
  shop: Shop,
  { buyers, staff, seller, edited }: People,
  { variantIds, round }: { variantIds: string[]; round: number }
) {
  const { carts, manual, edits } = SIZE.hot
  const clients = buyers.slice(0, carts)
  const linesOf = (n: number) => someLines(variantIds, round * (carts + manual) + n)
  await fillCarts(clients, linesOf)
  const ordering = clients.map(async (client, n): Promise<Order> => {
    const answer = await client.post('/orders', {}, `${n % 10}-hot-${round}-${n}`)
    return { client, lines: linesOf(n), answer }
  })
  const orderingFor = Array.from({ length: manual }, async (_, n): Promise<Order> => {
    const lines = withOneTwice(linesOf(carts + n))
    const wish = { clientId: shop.opening.rushers[n].userId, lines }
    const clerk = staff[n % staff.length]
    const answer = await clerk.post('/admin/orders', wish, `${n % 10}-desk-${round}-${n}`)
    return { client: buyers[n], lines, answer, isManual: true }
  })
  const editing = Array.from({ length: edits }, (_, n) =>
    seller.put(`/variants/${edited}/stock`, { delta: DELTAS[n % DELTAS.length] })
  )
  const orders = await Promise.all([...ordering, ...orderingFor])
  return { orders, edits: await Promise.all(editing) }
}

/** What staff have written waits for a week: it is cancelled, all of it at once. */
async function cancelling(orders: Order[]) {
  const answers = await Promise.all(
    orders.map(({ client, answer }) => client.post(`/orders/${answer.data.id}/cancel`))
  )
  const odd = answers.filter(({ status }) => status !== 200)
  const codes = [...new Set(odd.map(({ status, code }) => `${status} ${code}`))]
  check('such orders are cancelled, too', odd.length === 0, [orders.length, ...codes].join(', '))
}

/** A number of pieces is only taken from who has seen what is there now. */
async function settingStock(shop: Shop, { seller, edited }: People, version: number) {
  const path = `/variants/${edited}/stock`
  const { onHand, version: now } = (await shelvesOf(shop, [edited])).get(edited)!
  const stale = await seller.put(path, { onHand, version })
  const fresh = await seller.put(path, { onHand, version: now })
  const isKept = stale.code === 'E_STOCK_STALE' && fresh.status === 200
  const figures = `${stale.status} ${stale.code}, then ${fresh.status}`
  check('a number of pieces counted before is refused', isKept && stale.status === 409, figures)
}

/** Four different variants in any order. */
function someLines(variantIds: string[], n: number): WantedLine[] {
  const chance = generator(Number(options.seed) * 100_019 + n)
  return variantIds
    .map((variantId) => ({ variantId, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, LINES)
    .map(({ variantId }) => ({ variantId, quantity: 1 + Math.floor(chance() * 2) }))
}

function withOneTwice(lines: WantedLine[]): WantedLine[] {
  return [...lines.slice(0, -1), { ...lines[0], quantity: 1 }]
}

type Shelves = Map<string, { onHand: number; reserved: number; version: number }>

async function shelvesOf({ market }: Shop, variantIds: string[]): Promise<Shelves> {
  const rows = await market.database.rows('SELECT id, on_hand, reserved, version FROM variants')
  const wanted = rows.filter(({ id }) => variantIds.includes(id))
  return new Map(
    wanted.map(({ id, on_hand: onHand, reserved, version }) => [
      id,
      { onHand: Number(onHand), reserved: Number(reserved), version: Number(version) },
    ])
  )
}
