import { lockCart } from '#carts/services/lock_cart'
import { releaseReservations } from '#catalogue/services/stock'
import { changedOne, insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { releaseCoupon } from '#coupons/services/redemptions'
import OrderExpired from '#orders/events/order_expired'
import { linesOf, type OrderRow } from '#orders/queries/order_parts'
import { recordChange } from '#orders/services/states'

/** Nobody paid in time: stock and coupon are given back, and the lines return to the cart. */
export default class ExpireOrder {
  /** @returns false when it was paid or cancelled meanwhile, or is not due yet */
  async execute(orderId: string): Promise<boolean> {
    return write(async (trx) => {
      const now = clock.now()
      const due = trx
        .from('orders')
        .where({ id: orderId, status: 'awaiting_payment' })
        .where('expires_at', '<=', now)
      const expired = { status: 'expired', closed_at: now, updated_at: now }
      if (!(await changedOne(due, { ...expired, version: trx.raw('version + 1') }))) return false
      await endUnpaid(trx, orderId, 'expired')
      await outbox.record(trx, new OrderExpired(orderId))
      return true
    })
  }
}

/** What expiry and cancellation of an unpaid order share; its row is locked already. */
export async function endUnpaid(
  trx: Transaction,
  orderId: string,
  status: 'expired' | 'cancelled'
) {
  await trx
    .from('partner_orders')
    .where({ order_id: orderId, status: 'awaiting_payment' })
    .update({ status: 'cancelled', version: trx.raw('version + 1'), updated_at: clock.now() })
  await recordChange(trx, orderId, '', 'awaiting_payment', status, {})
  await releaseCoupon(trx, orderId)
  await releaseReservations(trx, orderId)
  const order: OrderRow = await trx.from('orders').where('id', orderId).firstOrFail()
  if (order.source === 'cart') await refillCart(trx, order)
}

/** The lines go back into the client's cart, beside what is in it by now. */
async function refillCart(trx: Transaction, order: OrderRow) {
  const cartId = await lockCart(trx, order.client_id)
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
