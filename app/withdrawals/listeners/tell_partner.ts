import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { formatMoney, money } from '#core/support/money'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import { withdrawalById } from '#withdrawals/queries/withdrawal_rows'
import type { WithdrawalStatus } from '#withdrawals/services/states'

interface Payload {
  withdrawalId: string
  status: Exclude<WithdrawalStatus, 'processing' | 'cancelled'>
}

const WORDS: Record<Payload['status'], { title: string; body: string }> = {
  requested: { title: 'Withdrawal requested', body: 'We look at it and write again.' },
  approved: { title: 'Withdrawal approved', body: 'The money is on its way to your bank.' },
  rejected: { title: 'Withdrawal rejected', body: 'The money is in your balance again.' },
  paid: { title: 'Withdrawal paid', body: 'Your bank has the money.' },
  failed: { title: 'Withdrawal failed', body: 'The money is in your balance again.' },
}

/** A partner is told of each step of a withdrawal: in the feed, and by mail. */
export default class TellPartner extends TransactionalJob<Payload> {
  async run({ withdrawalId, status }: Payload, trx: Transaction) {
    const withdrawal = await withdrawalById(trx, withdrawalId)
    const { user_id: userId, currency } = withdrawal
    const owner = await trx.from('users').where('id', userId).firstOrFail()
    const amount = formatMoney(money(Number(withdrawal.amount), currency))
    const { title, body } = WORDS[status]
    const hasReason = status === 'rejected' || status === 'failed'
    const reason = hasReason && withdrawal.reason ? `Reason: ${withdrawal.reason}` : ''
    await addToFeed(trx, {
      userId,
      kind: `withdrawal_${status}`,
      title: `${title}: ${amount}`,
      body: reason ? `${body} ${reason}` : body,
      subjectId: withdrawalId,
    })
    if (owner.email)
      await queueEmail(trx, {
        userId,
        to: owner.email,
        template: 'withdrawal',
        data: { name: owner.name, title, amount, body, reason },
      })
  }
}
