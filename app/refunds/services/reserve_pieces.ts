import logger from '@adonisjs/core/services/logger'
import { reserveAgain } from '#catalogue/services/stock'
import { STAFF_ROLES } from '#core/actor'
import type { Transaction } from '#core/database/write'
import { addToFeed } from '#notifications/services/messages'
import { linesOf } from '#orders/queries/order_parts'
import type { Pieces } from '#refunds/services/wanted'
import { permissionsOf } from '#users/permissions'

interface Failed {
  refundId: string
  orderId: string
  lines: Pieces[]
}

/**
 * The refund of some pieces failed before they shipped: the client gets them after all. What others
 * have bought meanwhile cannot be promised again, and staff are told: it takes a person to settle it.
 */
export async function reservePieces(trx: Transaction, { refundId, orderId, lines }: Failed) {
  const variantOf = new Map((await linesOf(trx, orderId)).map((row) => [row.id, row.variant_id]))
  const stocked = lines
    .flatMap(({ lineId, quantity }) => {
      const variantId = variantOf.get(lineId)
      return variantId ? [{ variantId, quantity }] : []
    })
    // as everywhere, in the order of their ids
    .sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
  const short: string[] = []
  for (const { variantId, quantity } of stocked)
    if (!(await reserveAgain(trx, orderId, variantId, quantity))) short.push(variantId)
  if (short.length === 0) return
  logger.error(
    { refund: refundId, order: orderId, variants: short },
    'goods of a failed refund are sold'
  )
  await tellStaff(trx, refundId, orderId)
}

async function tellStaff(trx: Transaction, refundId: string, orderId: string) {
  const roles = STAFF_ROLES.filter((role) => permissionsOf(role).has('orders.refund'))
  const staff = await trx
    .from('users')
    .whereIn('role', roles)
    .where('status', 'active')
    .select('id')
  const { number } = await trx.from('orders').where('id', orderId).select('number').firstOrFail()
  for (const { id: userId } of staff)
    await addToFeed(trx, {
      userId,
      kind: 'refund_goods_sold',
      title: `Order ${number}: a failed refund wants goods that are sold`,
      body: `The refund ${refundId} failed after its goods were sold to others: restock them, or refund it again.`,
      subjectId: refundId,
    })
}
