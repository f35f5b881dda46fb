/*
 * One cart that is ordered fifty times at once, from every server.
 */
import { check } from '../supervisor.js'
import { fillCarts } from './carts.js'
import { count, customerOf, type Shop } from './open_shop.js'

const CLICKS = 50

export async function orderingOneCart(shop: Shop) {
  const { rushers, partners } = shop.opening
  const [person] = rushers
  const sides = shop.urls.map((_, first) => customerOf(shop, person, first))
  const orders = () =>
    count(shop, `SELECT COUNT(*) AS n FROM orders WHERE client_id = '${person.userId}'`)
  const ordering = async (keyOf: (n: number) => string) => {
    await fillCarts([sides[0]], () => [{ variantId: partners[0].variantIds[0], quantity: 1 }])
    const before = await orders()
    const clicks = Array.from({ length: CLICKS }, (_, n) =>
      sides[n % sides.length].post('/orders', {}, keyOf(n))
    )
    const answers = await Promise.all(clicks)
    return { answers, made: (await orders()) - before }
  }

  const different = await ordering((n) => `one-cart-${n}`)
  const placed = different.answers.filter(({ status }) => status === 201)
  const refused = different.answers.filter(({ status }) => status === 409)
  const isOne = placed.length === 1 && placed.length + refused.length === CLICKS
  const codes = [...new Set(refused.map(({ code }) => code))].join(', ')
  check(
    'one cart that is ordered fifty times is one order',
    isOne && different.made === 1,
    `${different.made}, ${refused.length} times ${codes}`
  )

  const same = await ordering(() => 'one-cart-one-key')
  const answers = new Set(same.answers.map((answer) => JSON.stringify(answer)))
  const isPlaced = same.answers.every(({ status }) => status === 201)
  check(
    'with one key it is one order and one answer',
    isPlaced && answers.size === 1 && same.made === 1,
    `${same.made} order, ${answers.size} answer to ${CLICKS}`
  )
}
