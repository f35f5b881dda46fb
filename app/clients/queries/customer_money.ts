/*
 * What a client bought, and a partner sold, in brief: sums by currency, and the newest and open ones.
 * One query each.
 */
import db from '@adonisjs/lucid/services/db'

/** how many of the newest are shown */
const NEWEST = 5
/** more open ones than that are a matter for their own list */
const MOST_OPEN = 20

/** Whose money: the account, and the shop of a partner. */
export interface Subject {
  userId: string
  partnerId: string | null
}

export interface TradeSum {
  currency: string
  /** orders, or parts of orders, of all states */
  count: number
  /** minor units of what is paid, before refunds */
  amount: number
  /** minor units */
  refunded: number
}

export interface OrderBrief {
  id: string
  number: string
  status: string
  currency: string
  total_amount: number
  created_at: number
}

export interface OpenCase {
  kind: 'refund' | 'refund_request' | 'dispute'
  id: string
  status: string
  currency: string
  amount: number
  order_id: string
  created_at: number
}

export interface PaymentBrief {
  id: string
  status: string
  gateway: string
  currency: string
  amount: number
  order_id: string | null
  created_at: number
}

/** What a client has paid for, or a partner has sold, by currency. */
export async function tradeSums({ userId, partnerId }: Subject): Promise<TradeSum[]> {
  const trade = partnerId
    ? db
        .from('partner_orders as t')
        .join('orders', 'orders.id', 't.order_id')
        .where('t.partner_id', partnerId)
    : db.from('orders as t').where('t.client_id', userId)
  const paid = partnerId ? 'orders.paid_at' : 't.paid_at'
  const rows = await trade
    .groupBy('t.currency')
    .orderBy('t.currency')
    .select('t.currency')
    .count('* as count')
    .select(
      db.raw(`SUM(CASE WHEN ${paid} IS NULL THEN 0 ELSE t.total_amount END) AS amount`),
      db.raw('SUM(t.refunded_amount) AS refunded')
    )
  return rows.map(({ currency, count, amount, refunded }) => ({
    currency,
    count: Number(count),
    amount: Number(amount),
    refunded: Number(refunded),
  }))
}

/** Whether a case is about a partner's own part; a charge-back is about all parts of its order. */
const OF_PARTNER: Record<OpenCase['kind'], string> = {
  refund: `SELECT 1 FROM refund_shares JOIN partner_orders AS part
      ON part.id = refund_shares.partner_order_id
    WHERE refund_shares.refund_id = refunds.id AND part.partner_id = ?`,
  refund_request:
    'SELECT 1 FROM partners WHERE partners.id = refund_requests.partner_id AND partners.id = ?',
  dispute: `SELECT 1 FROM partner_orders AS part WHERE part.order_id = disputes.order_id
      AND (disputes.partner_order_id IS NULL OR disputes.partner_order_id = part.id)
      AND part.partner_id = ?`,
}

/** A client's newest orders; the orders with the newest parts of a partner. */
export async function newestOrders({ userId, partnerId }: Subject): Promise<OrderBrief[]> {
  if (!partnerId)
    return db
      .from('orders')
      .where('client_id', userId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(NEWEST)
      .select('id', 'number', 'status', 'currency', 'total_amount', 'created_at')
  return db
    .from('partner_orders as part')
    .join('orders', 'orders.id', 'part.order_id')
    .where('part.partner_id', partnerId)
    .orderBy('part.id', 'desc')
    .limit(NEWEST)
    .select('orders.id', 'orders.number', 'part.status', 'part.currency', 'part.total_amount')
    .select('part.created_at')
}

/** Refunds under way, and requests and disputes that wait for somebody, newest first. */
export async function openCases(subject: Subject): Promise<OpenCase[]> {
  const found = await Promise.all([
    openOf(subject, 'refund', 'refunds', ['requested', 'pending']),
    openOf(subject, 'refund_request', 'refund_requests', ['open', 'contested']),
    openOf(subject, 'dispute', 'disputes', ['open']),
  ])
  return found.flat().sort((a, b) => Number(b.created_at) - Number(a.created_at))
}

async function openOf(
  { userId, partnerId }: Subject,
  kind: OpenCase['kind'],
  table: string,
  states: string[]
): Promise<OpenCase[]> {
  const query = db.from(table).whereIn(`${table}.status`, states)
  if (partnerId) query.whereRaw(`EXISTS (${OF_PARTNER[kind]})`, [partnerId])
  else query.join('orders', 'orders.id', `${table}.order_id`).where('orders.client_id', userId)
  const rows = await query
    .orderBy(`${table}.id`, 'desc')
    .limit(MOST_OPEN)
    .select(
      ...['id', 'status', 'currency', 'amount', 'order_id', 'created_at'].map(
        (column) => `${table}.${column}`
      )
    )
  return rows.map((row) => ({ kind, ...row }))
}

/** A client's newest payments. */
export async function newestPayments({ userId }: Subject): Promise<PaymentBrief[]> {
  return db
    .from('payments')
    .where('client_id', userId)
    .orderBy('id', 'desc')
    .limit(NEWEST)
    .select('id', 'status', 'gateway', 'currency', 'amount', 'order_id', 'created_at')
}
