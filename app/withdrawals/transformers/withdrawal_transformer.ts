import { BaseTransformer } from '@adonisjs/core/transformers'
import { unlessImpersonated, type Actor } from '#core/actor'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import { maskedPayoutDetails } from '#partners/services/payout_details'
import type { WithdrawalRow } from '#withdrawals/queries/withdrawal_rows'

/** A withdrawal as its partner sees it. */
export default class WithdrawalTransformer extends BaseTransformer<WithdrawalRow> {
  constructor(
    resource: WithdrawalRow,
    private reader: Actor
  ) {
    super(resource)
  }

  toObject() {
    const { destination, ...facts } = withdrawalFacts(this.resource)
    return { ...facts, destination: unlessImpersonated(this.reader, destination) }
  }
}

export function withdrawalFacts(row: WithdrawalRow) {
  const reference = row.payout_reference
  return {
    id: row.id,
    amount: money(Number(row.amount), row.currency),
    status: row.status,
    destination: maskedPayoutDetails(row.destination),
    // the bank's or the gateway's; null until it has named the payout
    reference: reference.startsWith('pending:') ? null : reference,
    reason: row.reason,
    decidedAt: toIso(row.decided_at),
    paidAt: toIso(row.paid_at),
    createdAt: toIso(row.created_at),
  }
}
