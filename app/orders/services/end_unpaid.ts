import { lockCart } from '#carts/services/lock_cart'
import { releaseReservations } from '#catalogue/services/stock'
import { insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { releaseCoupon } from '#coupons/services/redemptions'
import { linesOf, type OrderRow } from '#orders/queries/order_parts'
import { recordChange, type Change } from '#orders/services/states'

/**
 * What expiry and cancellation of an unpaid order share; its row is locked already. Cart, coupon,
 * stock: locked in the order in which a checkout takes them.
 */
export async function endUnpaid(
  trx: Transaction,
  orderId: string,
  status: 'expired' | 'cancelled',
  change: Change = {}
) {
  const order: OrderRow = await trx.from('orders').where('id', orderId).firstOrFail()
  const cartId = order.source === 'cart' ? await lockCart(trx, order.client_id) : null
  await trx
    .from('partner_orders')
    .where({ order_id: orderId, status: 'awaiting_payment' })
    .update({ status: 'cancelled', version: trx.raw('version + 1'), updated_at: clock.now() })
  await recordChange(trx, orderId, '', 'awaiting_payment', status, change)
  await releaseCoupon(trx, orderId)
  await releaseReservations(trx, orderId)
  if (cartId) await refillCart(trx, cartId, order)
}

/** The lines go back into the client's cart, beside what is in it by now. */
async function refillCart(trx: Transaction, cartId: string, order: OrderRow) {
  const now = clock.now()
  for (const line of await linesOf(trx, order.id)) {
    if (!line.variant_id) continue
    await insertedOnce(trx, 'cart_lines', {
      id: newId('item'),
      cart_id: cartId,
      variant_id: line.variant_id,
      quantity: line.quantity,
      seen_amount: line.unit_amount,
      seen_currency: order.currency,
      created_at: now,
    })
  }
}
