/*
 * What a basket costs, and what of it is whose. Integers only: shares are cut by largest remainder,
 * so that parts always add up to the whole, and they are stored with the order, never computed again.
 */
import { OrderTooLarge } from '#carts/errors'
import { MAX_AMOUNT } from '#core/support/money'

export interface PricedInput {
  /** a line of a cart, or of a manual order */
  lineId: string
  partnerId: string
  quantity: number
  /** minor units */
  unitAmount: number
  /** basis points of what the partner sells it for */
  commissionBps: number
  /** services are not sent by post */
  needsShipping: boolean
}

export interface CouponTerms {
  couponId: string
  /** '' is the platform's: it holds for all lines, and the platform pays for it */
  partnerId: string
  kind: 'percent' | 'fixed'
  bps: number | null
  /** minor units of the basket's currency */
  amount: number | null
  /** what the lines it holds for must cost at least */
  minimumAmount: number
}

export interface ShippingRate {
  amount: number
  /** no charge from this much goods of the partner on */
  freeAbove: number | null
}

export interface Basket {
  currency: string
  lines: PricedInput[]
  coupon?: CouponTerms
  shippingRates: Map<string, ShippingRate>
  taxBps: number
}

export interface PricedLine extends PricedInput {
  goodsAmount: number
  discountAmount: number
  /** the part of the discount that the partner pays for */
  ownDiscountAmount: number
  taxBps: number
  taxAmount: number
  commissionAmount: number
}

interface Sums {
  goodsAmount: number
  discountAmount: number
  shippingAmount: number
  taxAmount: number
  totalAmount: number
}

export interface PricedPart extends Sums {
  partnerId: string
  lines: PricedLine[]
  ownDiscountAmount: number
  commissionAmount: number
  /** goods - own discount + shipping - commission */
  earningAmount: number
}

export interface PricedBasket extends Sums {
  currency: string
  /** by partner, in the order in which they first appear */
  parts: PricedPart[]
  /** why the coupon takes nothing off, if it does not */
  couponRefusal?: 'minimum' | 'nothing_eligible'
}

/** Prices a basket. Pure: the same input, the same amounts. */
export function priceBasket(basket: Basket): PricedBasket {
  const { discounts, refusal } = discountsOf(basket)
  const lines = basket.lines.map((line) => priceLine(line, basket, discounts.get(line.lineId) ?? 0))
  const partnerIds = [...new Set(lines.map(({ partnerId }) => partnerId))]
  const parts = partnerIds.map((partnerId) =>
    pricePart(
      partnerId,
      lines.filter((line) => line.partnerId === partnerId),
      basket.shippingRates.get(partnerId)
    )
  )
  return {
    currency: basket.currency,
    parts,
    goodsAmount: sum(parts, 'goodsAmount'),
    discountAmount: sum(parts, 'discountAmount'),
    shippingAmount: sum(parts, 'shippingAmount'),
    taxAmount: sum(parts, 'taxAmount'),
    totalAmount: sum(parts, 'totalAmount'),
    couponRefusal: refusal,
  }
}

/**
 * What one order may come to: an amount above MAX_AMOUNT cannot be paid anywhere, and sums of such
 * are not exact any more.
 *
 * @throws OrderTooLarge
 */
export function assertWithinCeiling({ goodsAmount, totalAmount }: PricedBasket) {
  if (Math.max(goodsAmount, totalAmount) > MAX_AMOUNT) throw new OrderTooLarge()
}

/** What the coupon takes off each line it holds for. */
function discountsOf({ lines, coupon }: Basket): {
  discounts: Map<string, number>
  refusal?: PricedBasket['couponRefusal']
} {
  const none = new Map<string, number>()
  if (!coupon) return { discounts: none }
  const eligible = lines.filter(
    ({ partnerId }) => coupon.partnerId === '' || partnerId === coupon.partnerId
  )
  const goods = eligible.map(({ unitAmount, quantity }) => unitAmount * quantity)
  const whole = goods.reduce((total, amount) => total + amount, 0)
  if (whole === 0) return { discounts: none, refusal: 'nothing_eligible' }
  if (whole < coupon.minimumAmount) return { discounts: none, refusal: 'minimum' }
  const off =
    coupon.kind === 'percent'
      ? shareOf(whole, coupon.bps ?? 0)
      : Math.min(coupon.amount ?? 0, whole)
  const shares = allocate(off, goods)
  return { discounts: new Map(eligible.map(({ lineId }, at) => [lineId, shares[at]])) }
}

function priceLine(line: PricedInput, { coupon, taxBps }: Basket, discount: number): PricedLine {
  const goodsAmount = line.unitAmount * line.quantity
  const ownDiscountAmount = coupon?.partnerId ? discount : 0
  return {
    ...line,
    goodsAmount,
    discountAmount: discount,
    ownDiscountAmount,
    taxBps,
    taxAmount: roundedShareOf(goodsAmount - discount, taxBps),
    commissionAmount: shareOf(goodsAmount - ownDiscountAmount, line.commissionBps),
  }
}

function pricePart(partnerId: string, lines: PricedLine[], rate?: ShippingRate): PricedPart {
  const goodsAmount = sum(lines, 'goodsAmount')
  const discountAmount = sum(lines, 'discountAmount')
  const ownDiscountAmount = sum(lines, 'ownDiscountAmount')
  const taxAmount = sum(lines, 'taxAmount')
  const commissionAmount = sum(lines, 'commissionAmount')
  const shippingAmount = shippingOf(lines, goodsAmount - discountAmount, rate)
  return {
    partnerId,
    lines,
    goodsAmount,
    discountAmount,
    ownDiscountAmount,
    shippingAmount,
    taxAmount,
    commissionAmount,
    totalAmount: goodsAmount - discountAmount + shippingAmount + taxAmount,
    earningAmount: goodsAmount - ownDiscountAmount + shippingAmount - commissionAmount,
  }
}

function shippingOf(lines: PricedLine[], paidForGoods: number, rate?: ShippingRate): number {
  if (!rate || !lines.some(({ needsShipping }) => needsShipping)) return 0
  const isFree = rate.freeAbove !== null && paidForGoods >= rate.freeAbove
  return isFree ? 0 : rate.amount
}

/** A share in basis points, rounded down; exact for all amounts. */
export function shareOf(amount: number, bps: number): number {
  return Number((BigInt(amount) * BigInt(bps)) / 10_000n)
}

/** A share in basis points, rounded half up. */
export function roundedShareOf(amount: number, bps: number): number {
  return Number((BigInt(amount) * BigInt(bps) + 5_000n) / 10_000n)
}

/**
 * Cuts an amount by weights, so that the shares add up to it (largest remainder, Hamilton's method;
 * of equal remainders the first one gets more). No share is above its weight when the amount is not
 * above the sum of the weights.
 */
export function allocate(amount: number, weights: number[]): number[] {
  const whole = weights.reduce((total, weight) => total + BigInt(weight), 0n)
  if (whole === 0n) return weights.map(() => 0)
  const exact = weights.map((weight) => BigInt(weight) * BigInt(amount))
  const shares = exact.map((product) => Number(product / whole))
  let left = amount - shares.reduce((total, share) => total + share, 0)
  const byRemainder = exact
    .map((product, at) => ({ at, remainder: product % whole }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.at - b.at : a.remainder < b.remainder ? 1 : -1
    )
  for (const { at } of byRemainder) {
    if (left === 0) break
    shares[at] += 1
    left -= 1
  }
  return shares
}

function sum<Key extends string>(rows: Record<Key, number>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0)
}
