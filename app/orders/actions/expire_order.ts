import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import OrderExpired from '#orders/events/order_expired'
import { endUnpaid } from '#orders/services/end_unpaid'

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
