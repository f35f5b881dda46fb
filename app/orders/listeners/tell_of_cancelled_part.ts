import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { clientOfOrder, partnersOfOrder } from '#orders/queries/order_people'
import { tell } from '#orders/services/tell'

interface Payload {
  partId: string
  orderId: string
  reason: string
}

/** Client and partner are told that a paid part will not come. */
export default class TellOfCancelledPart extends TransactionalJob<Payload> {
  async run({ partId, orderId, reason }: Payload, trx: Transaction) {
    const client = await clientOfOrder(trx, orderId)
    const partner = (await partnersOfOrder(trx, orderId)).get(partId)!
    const why = reason ? `Reason: ${reason}` : ''
    await tell(trx, client, {
      kind: 'order_part_cancelled',
      title: `${partner.businessName} does not send its part of order ${client.number}`,
      body: ['It was cancelled, and what you paid for it goes back to you.', why].join(' ').trim(),
      subjectId: orderId,
    })
    await tell(trx, partner, {
      kind: 'order_part_cancelled',
      title: `Order ${client.number} was cancelled`,
      body: ['Send nothing.', why].join(' ').trim(),
      subjectId: partId,
    })
  }
}
