/*
 * What must hold at every moment, as questions to the database: each looks at the rows of one table
 * and gives back those for which it does not hold. Amounts are minor units.
 */

export interface Invariant {
  /** stable: figures are kept by it */
  name: string
  /** what must hold, for people */
  claim: string
  /** the table whose rows are looked at, in the order of `id` */
  table: string
  /** what the row says (or what it must have) */
  found: string
  expected: string
  /** only these rows */
  where?: string
}

const sum = (what: string, from: string) => `(SELECT COALESCE(SUM(${what}), 0) FROM ${from})`
const count = (from: string) => `(SELECT COUNT(*) FROM ${from})`

const BOOKED_AS = (kinds: string) =>
  count(`ledger_transactions l WHERE l.ref_type = 'payment' AND l.ref_id = t.id
    AND l.kind IN (${kinds}) AND l.status = 'posted'`)

const OWED = (statuses: string) =>
  sum(
    'w.amount',
    `withdrawals w WHERE w.partner_id = t.owner_id AND w.currency = t.currency
       AND w.status IN (${statuses})`
  )

/** Charge-backs that were not turned down. */
const CHARGE_BACKS = `disputes d WHERE d.payment_id = t.id AND d.origin = 'gateway'
  AND d.status <> 'resolved_partner'`

export const INVARIANTS: Invariant[] = [
  {
    name: 'ledger.transactions_balance',
    claim: 'the entries of a posting add up to zero',
    table: 'ledger_transactions',
    found: sum('e.amount', 'ledger_entries e WHERE e.transaction_id = t.id'),
    expected: '0',
  },
  {
    name: 'ledger.transactions_posted',
    claim: 'every posting is finished, with two entries or more',
    table: 'ledger_transactions',
    found: `CASE WHEN t.status = 'posted' AND
      ${count('ledger_entries e WHERE e.transaction_id = t.id')} >= 2 THEN 1 ELSE 0 END`,
    expected: '1',
  },
  {
    name: 'ledger.balances_match',
    claim: 'the balance of an account is the sum of its entries',
    table: 'ledger_accounts',
    found: 't.balance',
    expected: sum('e.amount', 'ledger_entries e WHERE e.account_id = t.id'),
  },
  {
    name: 'ledger.limits_hold',
    claim: 'no account is below its floor or above its ceiling',
    table: 'ledger_accounts',
    found: `CASE WHEN t.balance < COALESCE(t.floor, t.balance)
      OR t.balance > COALESCE(t.ceiling, t.balance) THEN 1 ELSE 0 END`,
    expected: '0',
  },
  {
    name: 'ledger.pending_is_unsettled',
    claim: 'what a partner has on hold is what paid, uncompleted parts have earned',
    table: 'ledger_accounts',
    where: `t.kind = 'partner_pending'`,
    found: 't.balance',
    expected: sum(
      'p.earning_amount - p.earning_refunded',
      `partner_orders p JOIN orders o ON o.id = p.order_id WHERE p.partner_id = t.owner_id
        AND p.currency = t.currency AND o.paid_at IS NOT NULL AND p.status <> 'completed'`
    ),
  },
  {
    name: 'ledger.holds_are_withdrawals',
    claim: 'what is put aside for withdrawals is what was asked for',
    table: 'ledger_accounts',
    where: `t.kind = 'withdrawal_hold'`,
    found: 't.balance',
    expected: OWED(`'requested'`),
  },
  {
    name: 'ledger.payouts_are_withdrawals',
    claim: 'what is on its way to partners is what was approved',
    table: 'ledger_accounts',
    where: `t.kind = 'payout_in_flight'`,
    found: 't.balance',
    expected: OWED(`'approved', 'processing'`),
  },
  {
    name: 'orders.parts_add_up',
    claim: 'the parts of an order add up to it',
    table: 'orders',
    found: 't.total_amount',
    expected: sum('p.total_amount', 'partner_orders p WHERE p.order_id = t.id'),
  },
  {
    name: 'orders.refunds_add_up',
    claim: 'what parts have given back adds up to what the order has',
    table: 'orders',
    found: 't.refunded_amount',
    expected: sum('p.refunded_amount', 'partner_orders p WHERE p.order_id = t.id'),
  },
  {
    name: 'orders.paid_is_booked',
    claim: 'a paid order has exactly one posting of its payment, an unpaid one none',
    table: 'orders',
    where: 't.total_amount > 0',
    found: count(`ledger_transactions l JOIN payments y ON y.id = l.ref_id
      WHERE l.kind = 'payment_captured' AND l.ref_type = 'payment' AND y.order_id = t.id`),
    expected: 'CASE WHEN t.paid_at IS NULL THEN 0 ELSE 1 END',
  },
  {
    name: 'orders.lines_add_up',
    claim: 'the lines of a part and its shipping add up to it',
    table: 'partner_orders',
    found: 't.total_amount - t.shipping_amount',
    expected: sum(
      'l.goods_amount - l.discount_amount + l.tax_amount',
      'order_lines l WHERE l.partner_order_id = t.id'
    ),
  },
  {
    name: 'orders.shares_add_up',
    claim: 'earning, tax and what the platform keeps of a part add up to what was paid for it',
    table: 'partner_orders',
    found: 't.total_amount',
    expected: `t.earning_amount + t.tax_amount + t.commission_amount
      - (t.discount_amount - t.own_discount_amount)`,
  },
  {
    name: 'orders.refunds_are_booked',
    claim: 'what a part has given back is what its refunds took',
    table: 'partner_orders',
    found: 't.refunded_amount',
    expected: sum(
      's.amount',
      `refund_shares s JOIN refunds r ON r.id = s.refund_id
        WHERE s.partner_order_id = t.id AND r.status <> 'failed'`
    ),
  },
  {
    name: 'orders.settled_is_completed',
    claim: 'only completed parts were settled, each once',
    table: 'partner_orders',
    where: `t.status <> 'completed'`,
    found: count(`ledger_transactions l
      WHERE l.kind = 'part_settled' AND l.ref_type = 'partner_order' AND l.ref_id = t.id`),
    expected: '0',
  },
  {
    name: 'payments.captured_is_booked',
    claim: 'captured money is in the books once, other money never',
    table: 'payments',
    found: BOOKED_AS(`'payment_captured', 'link_captured', 'payment_unfulfillable'`),
    expected: 'CASE WHEN t.captured_amount > 0 THEN 1 ELSE 0 END',
  },
  {
    name: 'payments.refunds_add_up',
    claim: 'what a payment has given back is the sum of its refunds',
    table: 'payments',
    found: 't.refunded_amount',
    expected: sum('r.amount', `refunds r WHERE r.payment_id = t.id AND r.status <> 'failed'`),
  },
  {
    name: 'payments.disputes_add_up',
    claim: 'what banks hold of a payment is what its charge-backs took',
    table: 'payments',
    found: 't.disputed_amount',
    expected: sum('d.booked_amount', CHARGE_BACKS),
  },
  {
    name: 'payments.disputes_are_booked',
    claim: 'charge-backs have taken what they claim of a payment, or all that it had',
    table: 'payments',
    where: 't.captured_amount - t.refunded_amount - t.disputed_amount > 0',
    found: sum('d.amount - d.booked_amount', CHARGE_BACKS),
    expected: '0',
  },
  {
    name: 'disputes.losses_add_up',
    claim: 'what a lost charge-back took, partners and platform gave or the platform lost',
    table: 'disputes',
    where: `t.origin = 'gateway'`,
    found: 't.lost_amount',
    expected: `CASE WHEN t.status = 'resolved_client' THEN t.amount - t.booked_amount ELSE 0 END`,
  },
  {
    name: 'stock.moves_add_up',
    claim: 'what is on hand is the sum of its movements',
    table: 'variants',
    found: 't.on_hand',
    expected: sum('m.quantity', 'stock_moves m WHERE m.variant_id = t.id'),
  },
  {
    name: 'stock.reservations_add_up',
    claim: 'what is reserved is what orders hold',
    table: 'variants',
    where: 't.tracks_stock = 1',
    found: 't.reserved',
    expected: sum(
      'r.quantity',
      `stock_reservations r WHERE r.variant_id = t.id AND r.state IN ('held', 'committed')`
    ),
  },
  {
    name: 'coupons.uses_add_up',
    claim: 'a coupon was used as often as orders use it',
    table: 'coupons',
    found: 't.used',
    expected: count(`coupon_redemptions c WHERE c.coupon_id = t.id AND c.slot_no > 0`),
  },
]
