import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney, money } from '#core/support/money'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import { clientOfOrder } from '#orders/queries/order_people'
import { linesOf, type OrderRow } from '#orders/queries/order_parts'
import { linesInWords } from '#orders/services/lines_in_words'

/** A client is told that the order is paid, and what is in it. */
export default class ConfirmOrder extends TransactionalJob<{ orderId: string }> {
  async run({ orderId }: { orderId: string }, trx: Transaction) {
    const order: OrderRow = await trx.from('orders').where('id', orderId).firstOrFail()
    const client = await clientOfOrder(trx, orderId)
    const total = formatMoney(money(order.total_amount, order.currency))
    await addToFeed(trx, {
      userId: client.id,
      kind: 'order_paid',
      title: `Your order ${order.number}`,
      body: `It is paid: ${total}.`,
      subjectId: orderId,
    })
    if (!client.email) return
    const lines = linesInWords(await linesOf(trx, orderId), order.currency)
    await queueEmail(trx, {
      userId: client.id,
      to: client.email,
      template: 'order_confirmed',
      data: { name: client.name, number: order.number, lines, total },
    })
  }
}
