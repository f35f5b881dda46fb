/*
 * The life of a part (one partner's share of an order). Every change of a status is a conditional
 * update whose WHERE comes from the table in part_moves.ts, leaves a row of history, and derives the
 * status of the whole order again, all in one transaction.
 */
import { HttpContext } from '@adonisjs/core/http'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { changesOf, insertRows, rowsOf } from '#core/database/statements'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { PART_MOVES, type PartStatus } from '#orders/services/part_moves'

export { PART_MOVES, type PartStatus }
export const PART_STATUSES = Object.keys(PART_MOVES) as PartStatus[]

export const ORDER_STATUSES = [
  'awaiting_payment',
  'expired',
  'cancelled',
  'placed',
  'processing',
  'partially_shipped',
  'shipped',
  'partially_delivered',
  'delivered',
  'completed',
  'refunded',
] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** Parts whose money has been released to the partner. */
export const SETTLED: PartStatus[] = ['completed']
/** Parts that nothing has left the house of: they can be cancelled. */
export const CANCELLABLE = Object.entries(PART_MOVES)
  .filter(([, to]) => (to as readonly string[]).includes('cancelled'))
  .map(([from]) => from as PartStatus)

export interface PartRow {
  id: string
  order_id: string
  partner_id: string
  status: PartStatus
  total_amount: number
  refunded_amount: number
}

export interface Change {
  actor?: Pick<Actor, 'id' | 'role'> | null
  reason?: string | null
  /** more columns of the part */
  values?: Record<string, unknown>
}

/** Where an order stands, told by its parts alone. */
export function orderStatusOf(
  parts: Pick<PartRow, 'status' | 'total_amount' | 'refunded_amount'>[],
  isExpired: boolean
): OrderStatus {
  const living = parts.filter(({ status }) => status !== 'cancelled')
  if (living.length === 0) {
    if (isExpired) return 'expired'
    return parts.some((part) => Number(part.refunded_amount) > 0) ? 'refunded' : 'cancelled'
  }
  if (living.every((part) => isRefunded(part))) return 'refunded'
  const are = (...statuses: PartStatus[]) =>
    living.filter(({ status }) => statuses.includes(status)).length
  const all = living.length
  if (are('awaiting_payment')) return 'awaiting_payment'
  if (are('completed') === all) return 'completed'
  if (are('delivered', 'completed') === all) return 'delivered'
  if (are('delivered', 'completed')) return 'partially_delivered'
  if (are('shipped', 'submitted') === all) return 'shipped'
  if (are('shipped')) return 'partially_shipped'
  return are('placed') === all ? 'placed' : 'processing'
}

function isRefunded({
  total_amount: total,
  refunded_amount: refunded,
}: Pick<PartRow, 'total_amount' | 'refunded_amount'>) {
  return Number(total) > 0 && Number(refunded) >= Number(total)
}

/**
 * Moves a part on and derives its order's status.
 *
 * @returns false when its status does not allow the move: nothing is changed
 */
export async function movePart(
  trx: Transaction,
  part: Pick<PartRow, 'id' | 'order_id' | 'status'>,
  to: PartStatus,
  change: Change = {}
): Promise<boolean> {
  if (!(PART_MOVES[part.status] as readonly string[]).includes(to)) return false
  await lockOrder(trx, part.order_id)
  const movable = trx.from('partner_orders').where({ id: part.id, status: part.status })
  const moved = await changedOne(movable, {
    status: to,
    version: trx.raw('version + 1'),
    updated_at: clock.now(),
    ...change.values,
  })
  if (!moved) return false
  await recordChange(trx, part.order_id, part.id, part.status, to, change)
  await deriveOrderStatus(trx, part.order_id, change)
  return true
}

/** Whoever changes an order or its parts takes this lock first: an order is changed by one at a time. */
export async function lockOrder(trx: Transaction, orderId: string) {
  await changesOf(trx, 'UPDATE orders SET version = version + 1 WHERE id = ?', orderId)
}

/** Stores what the parts say about the whole; a change of it has a row of history, too. */
export async function deriveOrderStatus(
  trx: Transaction,
  orderId: string,
  change: Change & { isExpired?: boolean } = {}
): Promise<OrderStatus> {
  const parts = await rowsOf<PartRow>(
    trx,
    'SELECT id, status, total_amount, refunded_amount FROM partner_orders WHERE order_id = ?',
    orderId
  )
  const [order] = await rowsOf(trx, 'SELECT status FROM orders WHERE id = ?', orderId)
  const isExpired = change.isExpired ?? order.status === 'expired'
  const status = orderStatusOf(parts, isExpired)
  if (status === order.status) return status
  const closed = ['completed', 'cancelled', 'expired', 'refunded'].includes(status)
  const now = clock.now()
  await changesOf(
    trx,
    'UPDATE orders SET status = ?, closed_at = ?, version = version + 1, updated_at = ? WHERE id = ?',
    status,
    closed ? now : null,
    now,
    orderId
  )
  await recordChange(trx, orderId, '', order.status, status, change)
  return status
}

export async function recordChange(
  trx: Transaction,
  orderId: string,
  partId: string,
  from: string,
  to: string,
  { actor, reason }: Change
) {
  await insertRows(trx, 'order_changes', [
    {
      order_id: orderId,
      partner_order_id: partId,
      from_status: from,
      to_status: to,
      actor_id: actor?.id ?? null,
      actor_role: actor?.role ?? null,
      reason: reason ?? null,
      request_id: HttpContext.get()?.request.id() ?? null,
      created_at: clock.now(),
    },
  ])
}
