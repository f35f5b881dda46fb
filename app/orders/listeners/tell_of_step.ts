import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { clientOfOrder, partnersOfOrder } from '#orders/queries/order_people'
import { tell } from '#orders/services/tell'

interface Payload {
  partId: string
  orderId: string
  from: string
  to: string
  byItself?: boolean
}

/** What a client hears of a step of a part. */
const FOR_CLIENT: Record<string, string> = {
  accepted: 'has accepted your order',
  processing: 'is working on your order',
  shipped: 'has sent your order',
  submitted: 'has handed in the work for your order: approve it, or ask for changes',
  delivered: 'has delivered your order',
}

/** Whoever did not take a step is told of it. */
export default class TellOfStep extends TransactionalJob<Payload> {
  async run({ partId, orderId, from, to, byItself }: Payload, trx: Transaction) {
    const client = await clientOfOrder(trx, orderId)
    const partner = (await partnersOfOrder(trx, orderId)).get(partId)!
    if (from === 'submitted') {
      const isApproved = to === 'delivered'
      await tell(trx, partner, {
        kind: isApproved ? 'work_approved' : 'work_returned',
        title: `Order ${client.number}: ${isApproved ? 'approved' : 'changes wanted'}`,
        body: isApproved
          ? byItself
            ? 'The client did not answer in time: your work counts as approved.'
            : 'The client has taken your work.'
          : 'The client asks for another round. What to change stands in the order.',
        subjectId: partId,
      })
      if (byItself)
        await tell(trx, client, {
          kind: 'work_approved_by_itself',
          title: `Order ${client.number}: approved`,
          body: `You did not answer in time, so the work of ${partner.businessName} counts as approved.`,
          subjectId: orderId,
        })
      return
    }
    const words = FOR_CLIENT[to]
    if (!words) return
    const part = await trx
      .from('partner_orders')
      .where('id', partId)
      .select('tracking', 'approves_at')
      .firstOrFail()
    await tell(trx, client, {
      kind: `order_${to}`,
      title: `Order ${client.number}: ${to.replace('_', ' ')}`,
      body:
        `${partner.businessName} ${words}.` +
        (to === 'shipped' && part.tracking ? ` Tracking: ${part.tracking}` : '') +
        (to === 'submitted'
          ? ` Without an answer by ${dayOf(part.approves_at)} it is approved.`
          : ''),
      subjectId: orderId,
    })
  }
}

function dayOf(time: number): string {
  return new Date(Number(time)).toISOString().slice(0, 10)
}
