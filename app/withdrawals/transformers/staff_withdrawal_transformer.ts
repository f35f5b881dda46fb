import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { openPayoutDetails } from '#partners/services/payout_details'
import {
  isStalled,
  type WithdrawalRow,
  type WithdrawalWithApprovals,
} from '#withdrawals/queries/withdrawal_rows'
import { MANUAL } from '#withdrawals/services/payout_driver'
import { withdrawalFacts } from '#withdrawals/transformers/withdrawal_transformer'

/** A withdrawal as staff see it: whose it is, who approved, and where to pay it. */
export default class StaffWithdrawalTransformer extends BaseTransformer<WithdrawalWithApprovals> {
  constructor(
    withdrawal: WithdrawalWithApprovals,
    private isTrial = false
  ) {
    super(withdrawal)
  }

  toObject() {
    return staffWithdrawalFacts(this.resource, this.isTrial)
  }
}

/** What staff see of a withdrawal in the queue and alone. */
export function staffWithdrawalFacts(
  { withdrawal, approvals }: WithdrawalWithApprovals,
  isTrial = false
) {
  return {
    ...withdrawalFacts(withdrawal),
    partner: { id: withdrawal.partner_id, businessName: withdrawal.business_name },
    driver: withdrawal.payout_driver,
    // asked about for a week in vain: `retry` asks again
    isStalled: isStalled(withdrawal),
    heldAt: toIso(withdrawal.held_at),
    holdReason: withdrawal.hold_reason,
    // the whole account number, only while somebody has to type it into a bank's form; an approval
    // that is rolled back leaves no trace of who has read it
    payTo: isTrial ? null : payTo(withdrawal),
    approvalsNeeded: withdrawal.approvals_needed,
    approvals: approvals.map((one) => ({
      staff: { id: one.staff_id, name: one.staff_name },
      at: toIso(one.created_at),
    })),
  }
}

function payTo({ status, payout_driver: driver, destination }: WithdrawalRow) {
  if (status !== 'approved' || driver !== MANUAL) return null
  const { accountHolder, accountNumber, bankName, bankCode, country } =
    openPayoutDetails(destination)
  return { accountHolder, accountNumber, bankName, bankCode: bankCode ?? null, country }
}
