/*
 * Processes die at named moments: those of a purchase and of a refund.
 */
import type { Environment } from '../processes.js'
import { checkBooks } from '../shop/books.js'
import { crashing } from '../shop/crashing.js'
import { openShop } from '../shop/open_shop.js'
import { comingToRest } from '../shop/resting.js'
import { close } from '../supervisor.js'

export async function crashes(
  name: string,
  more: Environment,
  serverCount: number,
  workerCount: number
) {
  console.log(`${name}: deaths between two steps of a purchase and of a refund`)
  const shop = await openShop(name, more, serverCount, workerCount)
  await crashing(shop)
  await comingToRest(shop)
  await checkBooks(shop.market)
  await close(shop.market, shop.victims.flat())
}
