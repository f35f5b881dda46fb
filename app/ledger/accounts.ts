/*
 * The accounts of the books. What the owner holds is positive, so the accounts of the world outside
 * (a gateway, the bank) run below zero, and all balances of one currency add up to zero.
 */

interface AccountRule {
  /** whose it is: its owner_id is a partner's id, a gateway's name, or '' */
  owner: 'platform' | 'gateway' | 'partner'
  /** the balance never goes below */
  floor: number | null
  /** the balance never goes above */
  ceiling: number | null
}

const held: AccountRule = { owner: 'partner', floor: 0, ceiling: null }
const outside: AccountRule = { owner: 'platform', floor: null, ceiling: null }
const passing: AccountRule = { owner: 'platform', floor: 0, ceiling: null }

export const ACCOUNTS = {
  /** what a gateway has taken from clients: minus what it holds for us */
  gateway: { owner: 'gateway', floor: null, ceiling: null },
  /** what has left for partners' banks */
  bank: outside,
  /** commissions, less the discounts that the platform pays for */
  platform_revenue: outside,
  /** tax to be handed on */
  tax: outside,
  /** what gateways charge, and take once more: charge-backs of what had gone back already */
  fee_expense: outside,
  /** earned, on hold until the part is completed */
  partner_pending: held,
  /** may be withdrawn */
  partner_available: held,
  /** taken back after it was withdrawn: next sales repay it */
  partner_debt: { owner: 'partner', floor: null, ceiling: 0 },
  /** asked for, not yet approved */
  withdrawal_hold: held,
  /** approved, on its way to the bank */
  payout_in_flight: held,
  /** on its way back to clients */
  refund_in_flight: passing,
  /** claimed back by a client's bank, not decided */
  dispute_in_flight: passing,
} as const satisfies Record<string, AccountRule>

export type AccountKind = keyof typeof ACCOUNTS
