import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney, money } from '#core/support/money'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import { clientOfOrder, partnersOfOrder } from '#orders/queries/order_people'
import { linesOf, partsOf } from '#orders/queries/order_parts'
import { linesInWords } from '#orders/services/lines_in_words'

/** Each partner of a paid order is told of the own part. */
export default class TellPartnersOfOrder extends TransactionalJob<{ orderId: string }> {
  async run({ orderId }: { orderId: string }, trx: Transaction) {
    const { number } = await clientOfOrder(trx, orderId)
    const partners = await partnersOfOrder(trx, orderId)
    const lines = await linesOf(trx, orderId)
    for (const part of await partsOf(trx, orderId)) {
      const partner = partners.get(part.id)!
      const own = lines.filter((line) => line.partner_order_id === part.id)
      const earning = formatMoney(money(part.earning_amount, part.currency))
      await addToFeed(trx, {
        userId: partner.id,
        kind: 'order_received',
        title: `New order ${number}`,
        body: `You earn ${earning}. Accept it.`,
        subjectId: part.id,
      })
      if (partner.email)
        await queueEmail(trx, {
          userId: partner.id,
          to: partner.email,
          template: 'new_order',
          data: {
            name: partner.name,
            number,
            lines: linesInWords(own, part.currency),
            earning,
          },
        })
    }
  }
}
