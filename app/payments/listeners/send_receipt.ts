import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney } from '#core/support/money'
import { queueEmail } from '#notifications/services/messages'

/** A client who has paid gets a receipt. */
export default class SendReceipt extends TransactionalJob<{ paymentId: string }> {
  async run({ paymentId }: { paymentId: string }, trx: Transaction) {
    const payment = await trx
      .from('payments')
      .join('orders', 'orders.id', 'payments.order_id')
      .join('users', 'users.id', 'orders.client_id')
      .where('payments.id', paymentId)
      .select('payments.amount', 'payments.currency', 'orders.number', 'orders.invoice_number')
      .select('users.id', 'users.name', 'users.email')
      .first()
    if (!payment?.email) return // a link without an order, or an account without an address
    await queueEmail(trx, {
      userId: payment.id,
      to: payment.email,
      template: 'payment_receipt',
      data: {
        name: payment.name,
        number: payment.number,
        invoice: payment.invoice_number,
        amount: formatMoney({ amount: Number(payment.amount), currency: payment.currency }),
      },
    })
  }
}
