/*
 * What stands between an account and its end: money or work that somebody waits for.
 */
import { rowOf } from '#core/database/statements'
import type { Transaction } from '#core/database/write'
import { partnerBalances } from '#ledger/services/partner_money'

export interface OpenMatter {
  matter: string
  count: number
  /** what to do about it */
  advice: string
}

interface Question {
  matter: string
  advice: string
  /** counts; asked with the account's id */
  sql: string
}

const PART_OF_PARTNER = `JOIN partner_orders p ON p.id = x.partner_order_id
  JOIN partners s ON s.id = p.partner_id WHERE s.user_id = ?`

const QUESTIONS: Question[] = [
  {
    matter: 'orders',
    advice: 'cancel what nobody has begun; the others end some days after their delivery',
    sql: `SELECT COUNT(*) AS n FROM orders WHERE client_id = ?
      AND status NOT IN ('completed', 'cancelled', 'expired', 'refunded')`,
  },
  {
    matter: 'payments',
    advice: 'finish them, or wait until they have expired',
    sql: `SELECT COUNT(*) AS n FROM payments WHERE client_id = ?
      AND status IN ('created', 'requires_action', 'pending', 'authorised')`,
  },
  {
    matter: 'refunds',
    advice: 'wait until the money is back',
    sql: `SELECT COUNT(*) AS n FROM refunds x JOIN orders o ON o.id = x.order_id
      WHERE o.client_id = ? AND x.status IN ('requested', 'pending')`,
  },
  {
    matter: 'refunds to clients',
    advice: 'wait until the money is back with them',
    sql: `SELECT COUNT(*) AS n FROM partners s JOIN partner_orders p ON p.partner_id = s.id
      JOIN refund_shares h ON h.partner_order_id = p.id JOIN refunds x ON x.id = h.refund_id
      WHERE s.user_id = ? AND x.status IN ('requested', 'pending')`,
  },
  {
    matter: 'refund requests',
    advice: 'wait for the answer',
    sql: `SELECT COUNT(*) AS n FROM refund_requests x JOIN orders o ON o.id = x.order_id
      WHERE o.client_id = ? AND x.status IN ('open', 'contested')`,
  },
  {
    matter: 'refund requests of clients',
    advice: 'answer them',
    sql: `SELECT COUNT(*) AS n FROM refund_requests x JOIN partners s ON s.id = x.partner_id
      WHERE s.user_id = ? AND x.status IN ('open', 'contested')`,
  },
  {
    matter: 'disputes',
    advice: 'wait until they are resolved',
    sql: `SELECT COUNT(*) AS n FROM disputes x JOIN orders o ON o.id = x.order_id
      WHERE o.client_id = ? AND x.status = 'open'`,
  },
  {
    matter: 'disputes with clients',
    advice: 'wait until they are resolved',
    sql: `SELECT COUNT(*) AS n FROM disputes x ${PART_OF_PARTNER} AND x.status = 'open'`,
  },
  {
    matter: 'orders to deliver',
    advice: 'deliver or cancel them; they end some days after their delivery',
    sql: `SELECT COUNT(*) AS n FROM partner_orders p JOIN partners s ON s.id = p.partner_id
      WHERE s.user_id = ? AND p.status NOT IN ('completed', 'cancelled')`,
  },
  {
    matter: 'withdrawals',
    advice: 'wait until they are paid',
    sql: `SELECT COUNT(*) AS n FROM withdrawals x JOIN partners s ON s.id = x.partner_id
      WHERE s.user_id = ? AND x.status IN ('requested', 'approved', 'processing')`,
  },
]

/** Everything that is open, with what to do about it; nothing: the account can be erased. */
export async function openMatters(trx: Transaction, userId: string): Promise<OpenMatter[]> {
  const open: OpenMatter[] = []
  for (const { matter, advice, sql } of QUESTIONS) {
    const count = Number((await rowOf(trx, sql, userId))!.n)
    if (count > 0) open.push({ matter, count, advice })
  }
  const balances = await unsettledBalances(trx, userId)
  if (balances > 0)
    open.push({
      matter: 'balances',
      count: balances,
      advice: 'withdraw what is yours; what is owed, or too little to withdraw, support settles',
    })
  return open
}

/** In how many currencies a partner has, or owes, something. */
async function unsettledBalances(trx: Transaction, userId: string): Promise<number> {
  const partner = await trx.from('partners').where('user_id', userId).select('id').first()
  if (!partner) return 0
  const balances = await partnerBalances(trx, partner.id)
  return balances.filter(({ pending, available, held, inFlight, debt }) =>
    [pending, available, held, inFlight, debt].some((amount) => amount !== 0)
  ).length
}
