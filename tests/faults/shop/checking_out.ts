/*
 * Many checkouts while processes die, and whether each payment arrives.
 */
import { Kills } from '../kills.js'
import { check } from '../supervisor.js'
import { checkOut, type Checkout } from './checkout.js'
import type { Customer } from './customer.js'
import { count, customerOf, SIZE, withinMinutes, type Shop } from './open_shop.js'
import type { PaidOrder } from './refunds.js'

/** @returns the orders that were paid */
export async function checkingOut(shop: Shop): Promise<PaidOrder[]> {
  const { opening, clock, victims, tally } = shop
  const kills = new Kills(victims, SIZE.kills, SIZE.checkouts, clock)
  const results: Checkout[] = []
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
  const carts = await count(shop, `SELECT COUNT(*) AS n FROM orders`)
  const owed = placed.length + SIZE.rushStock * SIZE.rushes
  check('no order is doubled or lost', carts === owed, `${carts} of ${owed}`)
  return paidOrders(shop, placed)
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
  check('every confirmed payment arrives', await areAllPaid(), figures)
  const paid = await ids()
  const unpaid = placed.filter(({ end }) => end === 'fail')
  check(
    'no declined one does',
    !unpaid.some(({ orderId }) => paid.has(orderId!)),
    `${unpaid.length}`
  )
  return wanted.map(({ orderId, total }) => ({ orderId: orderId!, total: total! }))
}
