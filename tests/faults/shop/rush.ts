/*
 * Everybody wants the same few pieces in the same moment, again and again.
 */
import { check } from '../supervisor.js'
import { fillCarts } from './carts.js'
import type { Customer } from './customer.js'
import { orderingOneCart } from './one_cart.js'
import { count, customerOf, SIZE, type Shop } from './open_shop.js'

/** how long 99 of 100 may wait for their answer, ms */
const GOAL = 5_000

interface Rush {
  sold: number
  soldOut: number
  /** anything that is neither a sale nor "sold out" */
  others: string[]
  /** half of the answers, and 99 of 100, came within, ms */
  p50: number
  p99: number
}

async function rush(customers: Customer[], turn: number): Promise<Rush> {
  const times: number[] = []
  const codes = await Promise.all(
    customers.map(async (customer, n) => {
      const startedAt = performance.now()
      // the first character of the key chooses the server
      const { status, code } = await customer.post('/orders', {}, `${n % 10}-rush-${turn}-${n}`)
      times.push(performance.now() - startedAt)
      return status === 201 ? 'sold' : `${status} ${code}`
    })
  )
  const howMany = (code: string) => codes.filter((one) => one === code).length
  times.sort((a, b) => a - b)
  const within = (share: number) => Math.round(times[Math.ceil(times.length * share) - 1])
  return {
    sold: howMany('sold'),
    soldOut: howMany('409 E_OUT_OF_STOCK'),
    others: codes.filter((code) => code !== 'sold' && code !== '409 E_OUT_OF_STOCK'),
    p50: within(0.5),
    p99: within(0.99),
  }
}

export async function rushing(shop: Shop) {
  const customers = shop.opening.rushers.map((person) => customerOf(shop, person))
  const rushes: Rush[] = []
  for (const [turn, variantId] of shop.opening.rushVariantIds.entries()) {
    await fillCarts(customers, () => [{ variantId, quantity: 1 }])
    const found = await rush(customers, turn)
    rushes.push(found)
    console.log(
      `       ${found.sold} sold, ${found.soldOut} times sold out, ${found.others.length} others,` +
        ` p50 ${found.p50} ms, p99 ${found.p99} ms`
    )
  }
  const figures = `${SIZE.rushStock} pieces, ${SIZE.rushers} buyers, ${rushes.length} times`
  const all = (holds: (one: Rush) => boolean) => rushes.every(holds)
  check(
    'a rush sells exactly what is there',
    all(({ sold }) => sold === SIZE.rushStock),
    figures
  )
  const others = rushes.flatMap((one) => one.others)
  const isTold = all(({ sold, soldOut }) => sold + soldOut === SIZE.rushers)
  check('everybody else is told so', isTold, [...new Set(others)].join(', '))
  const slowest = Math.max(...rushes.map(({ p99 }) => p99))
  check(`99 of 100 are answered in ${GOAL / 1000} s`, slowest <= GOAL, `${slowest} ms`)
  await orderingOneCart(shop)
  const { errors, unanswered } = shop.tally
  const isAnswered = errors.length + unanswered === 0
  const failures = [`${unanswered} unanswered`, ...new Set(errors)].join(', ')
  check('no server fails in a rush', isAnswered, failures)
  const oversold = await count(shop, 'SELECT COUNT(*) AS n FROM variants WHERE reserved > on_hand')
  check('nothing is promised that is not there', oversold === 0)
}
