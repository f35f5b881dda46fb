import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import type { StatementEntry } from '#withdrawals/queries/list_statement'

/** The accounts of the books, as a partner knows them from the balance. */
const ACCOUNTS: Record<string, string> = {
  partner_pending: 'pending',
  partner_available: 'available',
  partner_debt: 'debt',
  withdrawal_hold: 'held',
  payout_in_flight: 'inFlight',
}

const WORDS: Record<string, string> = {
  payment_captured: 'Sale',
  part_settled: 'Sale completed: the money is available',
  refund_requested: 'Refund to the client',
  refund_failed: 'A refund failed: the money is back',
  dispute_opened: "The client's bank claims the payment back",
  dispute_grown: "The client's bank claims more of the payment back",
  dispute_won: 'The claim was turned down: the money is back',
  dispute_lost: "The client's bank took the payment back",
  withdrawal_requested: 'Withdrawal requested',
  withdrawal_approved: 'Withdrawal approved',
  withdrawal_paid: 'Withdrawal paid',
  withdrawal_rejected: 'Withdrawal rejected: the money is back',
  withdrawal_failed: 'Withdrawal failed: the money is back',
}

/** One movement on one account of a partner. */
export default class StatementEntryTransformer extends BaseTransformer<StatementEntry> {
  toObject() {
    const row = this.resource
    return {
      id: Number(row.id),
      kind: row.kind,
      description: WORDS[row.kind] ?? row.kind,
      account: ACCOUNTS[row.account],
      amount: money(Number(row.amount), row.currency),
      balanceAfter: money(Number(row.balance_after), row.currency),
      subject: { type: row.ref_type, id: row.ref_id },
      order: row.order,
      createdAt: toIso(Number(row.created_at)),
    }
  }
}
