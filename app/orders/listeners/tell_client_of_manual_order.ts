import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney, money } from '#core/support/money'
import type OrderPlaced from '#orders/events/order_placed'
import { clientOfOrder } from '#orders/queries/order_people'
import type { OrderRow } from '#orders/queries/order_parts'
import { tell } from '#orders/services/tell'

/** A client for whom staff wrote an order is told to pay it; who ordered alone knows already. */
export default class TellClientOfManualOrder extends TransactionalJob<{ orderId: string }> {
  static isWanted({ source }: OrderPlaced): boolean {
    return source === 'manual'
  }

  async run({ orderId }: { orderId: string }, trx: Transaction) {
    const order: OrderRow = await trx.from('orders').where('id', orderId).firstOrFail()
    if (order.status !== 'awaiting_payment') return
    const total = formatMoney(money(order.total_amount, order.currency))
    const until = new Date(Number(order.expires_at)).toISOString().slice(0, 10)
    await tell(trx, await clientOfOrder(trx, orderId), {
      kind: 'order_to_pay',
      title: `Your order ${order.number}`,
      body: `We have written it for you. Pay ${total} until ${until}.`,
      subjectId: orderId,
    })
  }
}
