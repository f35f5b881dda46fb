/*
 * After the work: nothing is left to do, and unpaid orders have ended.
 */
import { check } from '../supervisor.js'
import { count, MINUTE, ORDER_EXPIRES_HOURS, withinMinutes, type Shop } from './open_shop.js'

/** how soon after the last restart nothing is left in the middle: by the shared clock, and really */
const GOAL = { minutes: 10, seconds: 120 }

/** Unpaid orders end, what was lost is asked for, and nothing is left to do. */
export async function comingToRest(shop: Shop) {
  const startedAt = performance.now()
  const seconds = () => Math.round((performance.now() - startedAt) / 1000)
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
  const isInTime = minutes <= GOAL.minutes && seconds() <= GOAL.seconds
  const took = `within ${minutes} minutes of the shared clock, ${seconds()} s`
  check('everything comes to rest in time', (await isQuiet()) && isInTime, took)

  const unpaid = `SELECT COUNT(*) AS n FROM orders WHERE status = 'awaiting_payment'`
  const before = await count(shop, unpaid)
  shop.clock.advance(ORDER_EXPIRES_HOURS * 60 * MINUTE)
  const isOver = async () => (await count(shop, unpaid)) === 0 && (await isQuiet())
  await withinMinutes(shop, isOver)
  check('unpaid orders end', await isOver(), `${before}, ${seconds()} s`)
  checkErrors(shop)
}

/** Who dies answers nothing, or says before that it is not there; no other failure is ours to make. */
function checkErrors({ tally: { errors, unanswered } }: Shop) {
  const failures = errors.filter((error) => !error.startsWith('503 '))
  const announced = errors.length - failures.length
  const figures = [`${announced} times 503, ${unanswered} unanswered`, ...new Set(failures)]
  check('no request met a failure but 503', failures.length === 0, figures.join(', '))
}
