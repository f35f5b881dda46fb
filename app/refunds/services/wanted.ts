/*
 * What is asked to go back - everything, an amount, or pieces of lines - as amounts of parts.
 */
import type { Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { allocate } from '#carts/services/pricing'
import { linesOf, type LineRow } from '#orders/queries/order_parts'
import { RefundTooLarge } from '#refunds/errors'
import {
  amountOfPieces,
  splitOverParts,
  splitPart,
  type Left,
  type LineLeft,
  type Share,
} from '#refunds/services/split'

export interface Pieces {
  lineId: string
  quantity: number
}

/** None of the two is everything that is left. */
export interface Wanted {
  /** minor units */
  amount?: number
  /** what the amount was meant in, when whoever asks wants to be sure */
  currency?: string
  lines?: Pieces[]
}

export interface RefundedLine extends Pieces {
  partId: string
  variantId: string | null
  amount: number
}

export interface Plan {
  amount: number
  shares: Share[]
  lines: RefundedLine[]
}

/**
 * @param lefts of the parts that may be taken from
 * @throws InvalidField for a line that is not of these parts
 * @throws RefundTooLarge when more is wanted than is left
 */
export async function planRefund(
  trx: Transaction,
  orderId: string,
  lefts: Left[],
  wanted: Wanted
): Promise<Plan> {
  const rows = await linesOf(trx, orderId)
  const lines = await linesLeft(trx, rows)
  const left = lefts.reduce((sum, { total }) => sum + total, 0)
  const pieces = wanted.lines && piecesOf(wanted.lines, lines, lefts)
  if (!pieces && (wanted.amount ?? 0) > left) throw new RefundTooLarge(left)

  const shares = pieces
    ? sharesOfPieces(pieces, lefts)
    : splitOverParts(lefts, wanted.amount ?? left)
  return planOf(rows, shares, [
    ...(pieces ?? []),
    ...linesOfWhole(shares, lefts, lines, pieces ?? []),
  ])
}

/** What a refund that failed had taken. */
export interface Taken {
  shares: { partId: string; amount: number }[]
  lines: (Pieces & { amount: number })[]
}

/**
 * The same once more: as much of the same parts, and the same pieces.
 *
 * @param lefts of all parts
 * @throws RefundTooLarge when others took of it meanwhile
 */
export async function planAgain(
  trx: Transaction,
  orderId: string,
  lefts: Left[],
  taken: Taken
): Promise<Plan> {
  const rows = await linesOf(trx, orderId)
  const lines = await linesLeft(trx, rows)
  const shares = taken.shares.map(({ partId, amount }) => {
    const left = lefts.find((one) => one.partId === partId)!
    if (amount > left.total) throw new RefundTooLarge(left.total)
    return splitPart(left, amount)
  })
  const pieces = taken.lines.map(({ lineId, quantity, amount }) => {
    const line = lines.find((one) => one.lineId === lineId)!
    const left = line.quantity - line.refundedQuantity
    if (quantity > left) throw new RefundTooLarge(left)
    const { partId, paid, refunded } = line
    return { lineId, partId, quantity, amount: Math.min(amount, paid - refunded) }
  })
  return planOf(rows, shares, [...pieces, ...linesOfWhole(shares, lefts, lines, pieces)])
}

function planOf(rows: LineRow[], shares: Share[], refunded: Piece[]): Plan {
  const variantOf = new Map(rows.map((row) => [row.id, row.variant_id]))
  return {
    amount: shares.reduce((sum, { amount }) => sum + amount, 0),
    shares,
    lines: refunded.map((line) => ({ ...line, variantId: variantOf.get(line.lineId) ?? null })),
  }
}

type Piece = Omit<RefundedLine, 'variantId'>

async function linesLeft(trx: Transaction, rows: LineRow[]): Promise<LineLeft[]> {
  const refunded = await trx
    .from('refund_lines')
    .join('refunds', 'refunds.id', 'refund_lines.refund_id')
    .whereIn(
      'refund_lines.order_line_id',
      rows.map(({ id }) => id)
    )
    .whereNot('refunds.status', 'failed')
    .groupBy('refund_lines.order_line_id')
    .select('refund_lines.order_line_id as id')
    .sum('refund_lines.amount as amount')
  const amounts = new Map(refunded.map(({ id, amount }) => [id, Number(amount)]))
  return rows.map((row) => ({
    lineId: row.id,
    partId: row.partner_order_id,
    quantity: row.quantity,
    refundedQuantity: row.refunded_quantity,
    paid: Number(row.goods_amount) - Number(row.discount_amount) + Number(row.tax_amount),
    refunded: amounts.get(row.id) ?? 0,
  }))
}

function piecesOf(wanted: Pieces[], lines: LineLeft[], lefts: Left[]): Piece[] {
  const quantities = new Map<string, number>()
  for (const { lineId, quantity } of wanted)
    quantities.set(lineId, (quantities.get(lineId) ?? 0) + quantity)
  return [...quantities].map(([lineId, quantity]) => {
    const line = lines.find((one) => one.lineId === lineId)
    if (!line || !lefts.some(({ partId }) => partId === line.partId))
      throw new InvalidField('lines', 'exists', 'The lines field names a line that is not here')
    const left = line.quantity - line.refundedQuantity
    if (quantity > left) throw new RefundTooLarge(left)
    return { lineId, partId: line.partId, quantity, amount: amountOfPieces(line, quantity) }
  })
}

function sharesOfPieces(pieces: Piece[], lefts: Left[]): Share[] {
  return lefts.flatMap((left) => {
    const own = pieces.filter(({ partId }) => partId === left.partId)
    const amount = own.reduce((sum, piece) => sum + piece.amount, 0)
    if (amount > left.total) throw new RefundTooLarge(left.total)
    return amount > 0 ? [splitPart(left, amount)] : []
  })
}

/** With the last of a part's money all of its pieces went back, whatever was named. */
function linesOfWhole(shares: Share[], lefts: Left[], lines: LineLeft[], named: Piece[]): Piece[] {
  const whole = shares.filter(
    ({ partId, amount }) => lefts.find((left) => left.partId === partId)!.total === amount
  )
  return whole.flatMap(({ partId, amount }) => {
    const isNamed = (line: LineLeft) => named.some(({ lineId }) => lineId === line.lineId)
    const rest = lines.filter(
      (line) => line.partId === partId && !isNamed(line) && line.refundedQuantity < line.quantity
    )
    const open = rest.map(({ paid, refunded }) => paid - refunded)
    const taken = named
      .filter((piece) => piece.partId === partId)
      .reduce((sum, piece) => sum + piece.amount, 0)
    const forLines = Math.min(
      amount - taken,
      open.reduce((sum, one) => sum + one, 0)
    )
    const amounts = allocate(forLines, open)
    return rest.map((line, at) => ({
      lineId: line.lineId,
      partId,
      quantity: line.quantity - line.refundedQuantity,
      amount: amounts[at],
    }))
  })
}
