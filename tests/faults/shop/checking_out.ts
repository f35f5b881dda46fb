/*
 * Many checkouts while processes die, and whether each payment arrives.
 */
import { Kills } from '../kills.js'
import { check } from '../supervisor.js'
import { checkOut, type Checkout } from './checkout.js'
import type { Customer } from './customer.js'
import { count, customerOf, SIZE, withinMinutes, type Shop } from './open_shop.js'
import type { PaidOrder } from './refunds.js'

const ORDERS = 'SELECT COUNT(*) AS n FROM orders'
/** how soon a payment arrives whose web hook was lost, in minutes of the shared clock */
const GOAL = 15

/** @returns the orders that were paid */
export async function checkingOut(shop: Shop): Promise<PaidOrder[]> {
  const { opening, clock, victims, tally } = shop
  const kills = new Kills(victims, SIZE.kills, SIZE.checkouts, clock)
  const results: Checkout[] = []
  const before = await count(shop, ORDERS)
  let next = 0
  const lane = async (buyer: Customer) => {
    for (let n = next++; n < SIZE.checkouts; n = next++) {
      results.push(await checkOut(n, buyer, opening))
      kills.reached(results.length)
    }
  }
  await Promise.all(opening.buyers.map((person) => lane(customerOf(shop, person))))
  const killed = await kills.ended()
  const oddities = results.flatMap(({ oddity }) => oddity ?? [])
  const placed = results.filter(({ orderId }) => orderId)
  const figures = `${placed.length} orders, ${killed} kills, ${tally.unanswered} tries failed`
  check(
    'every checkout was answered as it should',
    oddities.length === 0,
    [figures, ...oddities].join(', ')
  )
  const made = (await count(shop, ORDERS)) - before
  check('no order is doubled or lost', made === placed.length, `${made} of ${placed.length}`)
  await checkParts(shop, placed)
  return paidOrders(shop, placed)
}

/** Every partner of the cart has a part of the order, and one only. */
async function checkParts({ market }: Shop, placed: Checkout[]) {
  const rows = await market.database.rows(
    `SELECT order_id, COUNT(*) AS parts, COUNT(DISTINCT partner_id) AS partners
     FROM partner_orders GROUP BY order_id`
  )
  const partsOf = new Map(rows.map((row) => [row.order_id, [row.parts, row.partners].map(Number)]))
  const wrong = placed.filter(({ orderId, sellers }) =>
    partsOf.get(orderId)?.some((found) => found !== sellers)
  )
  const missing = placed.filter(({ orderId }) => !partsOf.has(orderId))
  const ofThree = placed.filter(({ sellers }) => sellers === 3).length
  const isWhole = wrong.length + missing.length === 0 && ofThree >= placed.length / 4
  const figures = [`${ofThree} of three`, ...wrong.map(({ orderId }) => orderId)].join(', ')
  check('every order has a part for each of its partners', isWhole, figures)
}

/** Web hooks that were lost are made up for by asking, within some minutes of the shared clock. */
async function paidOrders(shop: Shop, placed: Checkout[]): Promise<PaidOrder[]> {
  const wanted = placed.filter(({ end }) => end === 'succeed' || end === 'drop')
  const dropped = placed.filter(({ end }) => end === 'drop').length
  const ids = async () => {
    const rows = await shop.market.database.rows(`SELECT id FROM orders WHERE paid_at IS NOT NULL`)
    return new Set(rows.map(({ id }) => id))
  }
  const areAllPaid = async () => {
    const paid = await ids()
    return wanted.every(({ orderId }) => paid.has(orderId))
  }
  const minutes = await withinMinutes(shop, areAllPaid)
  const figures = `${dropped} without a web hook, ${minutes} minutes`
  const isInTime = minutes <= GOAL
  check('every confirmed payment arrives in time', (await areAllPaid()) && isInTime, figures)
  const paid = await ids()
  const unpaid = placed.filter(({ end }) => end === 'fail')
  check(
    'no declined one does',
    !unpaid.some(({ orderId }) => paid.has(orderId!)),
    `${unpaid.length}`
  )
  return wanted.map(({ orderId, total }) => ({ orderId: orderId!, total: total! }))
}
