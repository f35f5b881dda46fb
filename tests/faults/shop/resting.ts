/*
 * After the work: nothing is left to do, and unpaid orders have ended.
 */
import { check } from '../supervisor.js'
import { count, MINUTE, ORDER_EXPIRES_HOURS, withinMinutes, type Shop } from './open_shop.js'

/** Unpaid orders end, what was lost is asked for, and nothing is left to do. */
export async function comingToRest(shop: Shop) {
  const startedAt = performance.now()
  const pending = `SELECT
      (SELECT COUNT(*) FROM outbox WHERE state = 'pending' AND available_at <= `
  const isQuiet = async () =>
    (await count(
      shop,
      `${pending}${shop.clock.now()})
      + (SELECT COUNT(*) FROM refunds WHERE status IN ('requested', 'pending'))
      + (SELECT COUNT(*) FROM withdrawals WHERE status IN ('approved', 'processing'))
      + (SELECT COUNT(*) FROM payments WHERE status IN ('created', 'pending')) AS n`
    )) === 0
  const minutes = await withinMinutes(shop, isQuiet)
  check(
    'everything comes to rest',
    await isQuiet(),
    `within ${minutes} minutes of the shared clock`
  )
  const unpaid = `SELECT COUNT(*) AS n FROM orders WHERE status = 'awaiting_payment'`
  const before = await count(shop, unpaid)
  shop.clock.advance(ORDER_EXPIRES_HOURS * 60 * MINUTE)
  const isOver = async () => (await count(shop, unpaid)) === 0 && (await isQuiet())
  await withinMinutes(shop, isOver)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  check('unpaid orders end', await isOver(), `${before}, ${seconds} s`)
}
