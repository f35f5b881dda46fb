/*
 * Web hooks, each five times and in any order: each has one effect. Forged ones have none.
 */
import { until } from '../processes.js'
import { check } from '../supervisor.js'
import { count, customerOf, SIZE, type Shop } from './open_shop.js'
import { deliver, forgeriesOf, lostHooks, paidInSilence } from './web_hooks.js'

export async function hooking(shop: Shop) {
  const { market, clock, opening, urls } = shop
  const [staff, payer] = [opening.admins[0], opening.buyers[0]].map((one) => customerOf(shop, one))
  const paymentIds = await paidInSilence(staff, payer, SIZE.hooks)
  const captured = `SELECT COUNT(*) AS n FROM sandbox_objects WHERE status = 'captured'`
  await until('the gateway has the money', async () => (await count(shop, captured)) === SIZE.hooks)
  const hooks = await lostHooks(market, paymentIds, clock)

  const forged = await deliver(urls, hooks.slice(0, 20).flatMap(forgeriesOf))
  const stored = await count(shop, 'SELECT COUNT(*) AS n FROM webhook_events')
  const isRefused = stored === 0 && [...forged.keys()].join() === '400'
  check('no forged web hook is taken', isRefused, `${[...forged.values()].join()} sent`)

  const five = Array.from({ length: 5 }, () => hooks).flat()
  const statuses = await deliver(urls, five)
  const isTaken = statuses.get(200) === five.length
  check('every web hook is taken, however often', isTaken, JSON.stringify([...statuses]))
  const booked = `SELECT COUNT(*) AS n FROM ledger_transactions WHERE kind = 'link_captured'`
  const isBooked = async () => (await count(shop, booked)) >= SIZE.hooks
  await until('all web hooks are booked', isBooked, 120_000)
  const rows = await count(shop, 'SELECT COUNT(*) AS n FROM webhook_events')
  const effects = await count(shop, booked)
  const isOnce = rows === SIZE.hooks && effects === SIZE.hooks
  check('every web hook has one effect', isOnce, `${effects} of ${five.length} messages`)
}
