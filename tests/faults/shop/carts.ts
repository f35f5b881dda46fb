/*
 * Carts that are filled before the race begins.
 */
import { inLanes } from '../lanes.js'
import type { Customer } from './customer.js'

export interface WantedLine {
  variantId: string
  quantity: number
}

/** who fill their carts at a time */
const LANES = 16

/** Everybody's cart holds these lines, and nothing else. */
export async function fillCarts(
  customers: Customer[],
  linesOf: (n: number) => WantedLine[]
): Promise<void> {
  await inLanes(customers, LANES, async (customer, n) => {
    await customer.delete('/cart')
    for (const line of linesOf(n)) await customer.post('/cart/items', line)
  })
}
