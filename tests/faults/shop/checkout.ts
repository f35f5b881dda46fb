/*
 * One checkout, from an empty cart to a confirmed payment, and what became of it.
 */
import { generator, options } from '../supervisor.js'
import type { Customer } from './customer.js'
import type { Opening } from './opening.js'

export type End = 'succeed' | 'fail' | 'drop'

export interface Checkout {
  /** how the payment was told to end; absent when something was sold out */
  end?: End
  orderId?: string
  total?: number
  /** of how many partners things were in the cart */
  sellers?: number
  /** refused for what nobody expected */
  oddity?: string
}

interface Wishes {
  variants: { partnerId: string; variantId: string; quantity: number }[]
  hasCoupon: boolean
  end: End
}

const HOT = 0.3
const WITH_COUPON = 0.3

/** What the n-th checkout of the run is about. */
function wishesOf(n: number, { partners, hotVariantId }: Opening): Wishes {
  const chance = generator(Number(options.seed) * 100_003 + n)
  const pick = <T>(from: T[]) => from[Math.floor(chance() * from.length)]
  const first = Math.floor(chance() * partners.length)
  const sellers = Array.from(
    { length: 2 + Math.floor(chance() * 2) },
    (_, at) => partners[(first + at) % partners.length]
  )
  const variants = sellers.map((partner) => ({
    partnerId: partner.partnerId,
    variantId: pick(partner.variantIds),
    quantity: 1 + Math.floor(chance() * 3),
  }))
  if (chance() < HOT)
    variants.push({ partnerId: partners[0].partnerId, variantId: hotVariantId, quantity: 1 })
  const hasCoupon = chance() < WITH_COUPON
  return { variants, hasCoupon, end: pick<End>(['succeed', 'succeed', 'succeed', 'fail', 'drop']) }
}

/** Fills the cart, orders, begins the payment and confirms it. */
export async function checkOut(
  n: number,
  buyer: Customer,
  opening: Opening,
  { beforeOrder = () => {}, end: wanted }: { beforeOrder?: () => void; end?: End } = {}
): Promise<Checkout> {
  const { variants, hasCoupon, end: wished } = wishesOf(n, opening)
  const end = wanted ?? wished
  await buyer.delete('/cart')
  const sellers = new Set<string>()
  for (const { partnerId, ...line } of variants) {
    const { status } = await buyer.post('/cart/items', line)
    if (status < 300) sellers.add(partnerId)
  }
  if (hasCoupon) await buyer.put('/cart/coupon', { code: opening.couponCode })

  beforeOrder()
  const placed = await place(buyer, `order-${n}`)
  if (placed.code === 'E_OUT_OF_STOCK' || placed.code === 'E_CART_UNAVAILABLE') return {}
  if (placed.status !== 201) return { oddity: `order: ${placed.status} ${placed.code}` }
  const { id, total } = placed.data
  const order = { orderId: id as string, total: total.amount as number, sellers: sellers.size }

  const wish = { orderId: order.orderId, gateway: 'sandbox' }
  const intent = await buyer.post('/payments/intents', wish, `intent-${n}`)
  if (intent.status !== 201) return { ...order, oddity: `intent: ${intent.status} ${intent.code}` }
  const confirmation = `/payments/sandbox/${intent.data.id}/confirm`
  const confirmed = await buyer.post(confirmation, { outcome: end }, `confirm-${n}`)
  if (confirmed.status !== 202)
    return { ...order, oddity: `confirmation: ${confirmed.status} ${confirmed.code}` }
  return { ...order, end }
}

/** Whoever comes too late for the coupon buys without it. */
async function place(buyer: Customer, key: string) {
  const placed = await buyer.post('/orders', {}, key)
  if (placed.code !== 'E_COUPON_NOT_USABLE') return placed
  await buyer.delete('/cart/coupon')
  return buyer.post('/orders', {}, `${key}-without-coupon`)
}
