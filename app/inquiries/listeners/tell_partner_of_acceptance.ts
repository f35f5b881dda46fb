import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney } from '#core/support/money'
import { ownerOfLead } from '#inquiries/queries/owner_of_lead'
import { addToFeed, queueEmail } from '#notifications/services/messages'

interface Payload {
  leadId: string
  title: string
  amount: number
  currency: string
}

/** The partner whose quote won is told. */
export default class TellPartnerOfAcceptance extends TransactionalJob<Payload> {
  async run({ leadId, title, amount, currency }: Payload, trx: Transaction) {
    const owner = await ownerOfLead(trx, leadId)
    const quote = formatMoney({ amount, currency })
    await addToFeed(trx, {
      userId: owner.id,
      kind: 'quote_accepted',
      title: `Your quote was accepted: ${title}`,
      body: `Your quote of ${quote} for "${title}" was accepted.`,
      subjectId: leadId,
    })
    if (owner.email)
      await queueEmail(trx, {
        userId: owner.id,
        to: owner.email,
        template: 'quote_accepted',
        data: { name: owner.name, title, quote },
      })
  }
}
