/*
 * Whose money goes back. Pure, and in integers: what is left of a part is cut in proportion, so that
 * the last refund of a part takes exactly the rest, and nobody gives more than they got.
 */
import { allocate } from '#carts/services/pricing'

/** What is left of a part, in minor units; the platform's figure is what remains of the total. */
export interface Left {
  partId: string
  partnerId: string
  total: number
  partner: number
  tax: number
}

/** What one part gives of an amount: partner + platform + tax = amount. */
export interface Share {
  partId: string
  partnerId: string
  amount: number
  partner: number
  /** below zero where the platform pays for a discount: it gets its gift back */
  platform: number
  tax: number
}

/** Cuts an amount over parts by what is left of each. */
export function splitOverParts(lefts: Left[], amount: number): Share[] {
  const amounts = allocate(
    amount,
    lefts.map(({ total }) => total)
  )
  return lefts.map((left, at) => splitPart(left, amounts[at])).filter((share) => share.amount > 0)
}

/** Cuts an amount of one part; `amount` is not above what is left of it. */
export function splitPart({ partId, partnerId, total, partner, tax }: Left, amount: number): Share {
  const platform = total - partner - tax
  if (platform >= 0) {
    const [fromPartner, fromTax, fromPlatform] = allocate(amount, [partner, tax, platform])
    return { partId, partnerId, amount, partner: fromPartner, tax: fromTax, platform: fromPlatform }
  }
  // the platform gave more than it took: partner and tax hold more than the client paid
  const gift = total === 0 ? 0 : Number((BigInt(-platform) * BigInt(amount)) / BigInt(total))
  const [fromPartner, fromTax] = allocate(amount + gift, [partner, tax])
  return { partId, partnerId, amount, partner: fromPartner, tax: fromTax, platform: 0 - gift }
}

export interface LineLeft {
  lineId: string
  partId: string
  quantity: number
  refundedQuantity: number
  /** what the client paid for the whole line: goods - discount + tax */
  paid: number
  /** what of it went back already */
  refunded: number
}

/** What some pieces of a line cost; the last ones take what is left of it. */
export function amountOfPieces(line: LineLeft, pieces: number): number {
  const left = line.paid - line.refunded
  if (line.refundedQuantity + pieces === line.quantity) return left
  const exact = (BigInt(line.paid) * BigInt(pieces)) / BigInt(line.quantity)
  return Math.min(left, Number(exact))
}
