/*
 * What must hold of whole tables.
 */

/** Whole-table claims, each one row by currency or year: what is found must be zero. */
export interface Total {
  name: string
  claim: string
  /** gives rows of id (what it is about), found, expected */
  sql: string
}

export const TOTALS: Total[] = [
  {
    name: 'ledger.zero',
    claim: 'all balances of a currency add up to zero',
    sql: `SELECT currency AS id, SUM(balance) AS found, 0 AS expected
      FROM ledger_accounts GROUP BY currency HAVING SUM(balance) <> 0`,
  },
  {
    name: 'ledger.refunds_in_flight',
    claim: 'what is on its way back to clients is what open refunds ask for',
    sql: `SELECT a.currency AS id, a.balance AS found, a.expected FROM (
      SELECT t.currency, t.balance,
        (SELECT COALESCE(SUM(r.amount), 0) FROM refunds r
          WHERE r.currency = t.currency AND r.status IN ('requested', 'pending')) +
        (SELECT COALESCE(SUM(y.amount - y.refunded_amount - y.disputed_amount), 0) FROM payments y
          JOIN ledger_transactions l ON l.kind = 'payment_unfulfillable'
            AND l.ref_type = 'payment' AND l.ref_id = y.id
          WHERE y.currency = t.currency) AS expected
      FROM ledger_accounts t WHERE t.kind = 'refund_in_flight') a
      WHERE a.balance <> a.expected`,
  },
  {
    name: 'ledger.disputes_in_flight',
    claim: 'what nobody has while banks think is what open charge-backs took',
    sql: `SELECT a.currency AS id, a.balance AS found, a.expected FROM (
      SELECT t.currency, t.balance,
        (SELECT COALESCE(SUM(d.booked_amount), 0) FROM disputes d
          WHERE d.currency = t.currency AND d.status = 'open') AS expected
      FROM ledger_accounts t WHERE t.kind = 'dispute_in_flight') a
      WHERE a.balance <> a.expected`,
  },
  {
    name: 'ledger.losses_are_disputes',
    claim: 'what the platform lost to charge-backs is what lost ones took beyond their payments',
    sql: `SELECT a.currency AS id, a.found, a.expected FROM (
      SELECT t.currency,
        (SELECT COALESCE(SUM(e.amount), 0) FROM ledger_entries e
          JOIN ledger_transactions l ON l.id = e.transaction_id
          WHERE e.account_id = t.id AND l.ref_type = 'dispute') AS found,
        (SELECT 0 - COALESCE(SUM(d.lost_amount), 0) FROM disputes d
          WHERE d.currency = t.currency AND d.status = 'resolved_client') AS expected
      FROM ledger_accounts t WHERE t.kind = 'fee_expense') a
      WHERE a.found <> a.expected`,
  },
  {
    name: 'invoices.gapless',
    claim: 'the invoices of a year are numbered without a gap',
    sql: `SELECT c.year AS id, COUNT(i.order_id) AS found, c.last AS expected
      FROM invoice_counters c
      LEFT JOIN invoices i ON i.number LIKE 'INV-' || c.year || '-%'
      GROUP BY c.year, c.last HAVING COUNT(i.order_id) <> c.last`,
  },
]
