/*
 * Clients buy, staff give back, partners withdraw, while servers and workers are killed; then
 * everything must come to rest by itself, with the books, the shelves and the gateway of one mind.
 */
import type { Environment } from '../processes.js'
import { checkBooks } from '../shop/books.js'
import { checkingOut } from '../shop/checking_out.js'
import { sellingHotCarts } from '../shop/hot_carts.js'
import { hooking } from '../shop/hooking.js'
import { movingMoneyOut } from '../shop/money_out.js'
import { openShop, SIZE, type Shop } from '../shop/open_shop.js'
import { comingToRest } from '../shop/resting.js'
import { rushing } from '../shop/rush.js'
import { close } from '../supervisor.js'

export async function selling(
  name: string,
  more: Environment,
  serverCount: number,
  workerCount: number
) {
  console.log(
    `${name}: a rush, web hooks, hot carts, then kill -9 during ${SIZE.checkouts} checkouts`
  )
  const opened = await openShop(name, more, serverCount, workerCount)
  await rushing(opened)
  await hooking(opened)
  await sellingHotCarts(opened)
  const paid = await checkingOut(opened)
  await movingMoneyOut(opened, paid)
  await comingToRest(opened)
  await checkBooks(opened.market)
  await close(opened.market, opened.victims.flat())
}

/** The rush alone: `--only=rush`. */
export async function rushAlone(name: string, more: Environment, serverCount: number) {
  console.log(`${name}: ${SIZE.rushes} rushes, ${serverCount} servers`)
  await alone(rushing, await openShop(name, more, serverCount, 0))
}

/** The hot carts alone: `--only=hot`. */
export async function hotCartsAlone(name: string, more: Environment, serverCount: number) {
  console.log(`${name}: carts of the same ten variants, ${serverCount} servers`)
  await alone(sellingHotCarts, await openShop(name, more, serverCount, 0))
}

async function alone(part: (shop: Shop) => Promise<void>, shop: Shop) {
  await part(shop)
  await close(shop.market, shop.victims.flat())
}
