/*
 * Clients buy, staff give back, partners withdraw, while servers and workers are killed; then
 * everything must come to rest by itself, with the books, the shelves and the gateway of one mind.
 */
import type { Environment } from '../processes.js'
import { checkBooks } from '../shop/books.js'
import { checkingOut } from '../shop/checking_out.js'
import { hooking } from '../shop/hooking.js'
import { movingMoneyOut } from '../shop/money_out.js'
import {
  count,
  MINUTE,
  openShop,
  ORDER_EXPIRES_HOURS,
  SIZE,
  withinMinutes,
  type Shop,
} from '../shop/open_shop.js'
import { rushing } from '../shop/rush.js'
import { check, close } from '../supervisor.js'

export async function selling(
  name: string,
  more: Environment,
  serverCount: number,
  workerCount: number
) {
  console.log(`${name}: a rush, web hooks, then kill -9 during ${SIZE.checkouts} checkouts`)
  const opened = await openShop(name, more, serverCount, workerCount)
  await rushing(opened)
  await hooking(opened)
  const paid = await checkingOut(opened)
  await movingMoneyOut(opened, paid)
  await comingToRest(opened)
  await checkBooks(opened.market)
  await close(opened.market, opened.victims.flat())
}

/** The rush alone: `--only=rush`. */
export async function rushAlone(name: string, more: Environment, serverCount: number) {
  console.log(`${name}: ${SIZE.rushes} rushes, ${serverCount} servers`)
  const opened = await openShop(name, more, serverCount, 0)
  await rushing(opened)
  await close(opened.market, opened.victims.flat())
}

/** Unpaid orders end, what was lost is asked for, and nothing is left to do. */
async function comingToRest(shop: Shop) {
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
