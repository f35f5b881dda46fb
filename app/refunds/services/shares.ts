/*
 * What parts have left, and what a share of it is in the books.
 */
import type { Transaction } from '#core/database/write'
import { creditSettled, debitSettled } from '#ledger/services/partner_money'
import type { Entry } from '#ledger/services/post'
import type { PartRow } from '#orders/queries/order_parts'
import { SETTLED } from '#orders/services/states'
import type { Left, Share } from '#refunds/services/split'

interface Given {
  part_id: string
  total: number | string | null
  partner: number | string | null
  tax: number | string | null
}

/** What is left of some parts after refunds that did not fail and charge-backs that were not won. */
export async function leftOf(trx: Transaction, parts: PartRow[]): Promise<Left[]> {
  const ids = parts.map(({ id }) => id)
  const refunded: Given[] = await sumsOf(trx, 'refund', ids).whereNot('refunds.status', 'failed')
  const disputed: Given[] = await sumsOf(trx, 'dispute', ids).whereNot(
    'disputes.status',
    'resolved_partner'
  )
  return parts.map((part) => {
    const given = [...refunded, ...disputed].filter(({ part_id: id }) => id === part.id)
    const left = (whole: number, key: 'total' | 'partner' | 'tax') =>
      given.reduce((rest, row) => rest - Number(row[key] ?? 0), Number(whole))
    return {
      partId: part.id,
      partnerId: part.partner_id,
      total: left(part.total_amount, 'total'),
      partner: left(part.earning_amount, 'partner'),
      tax: left(part.tax_amount, 'tax'),
    }
  })
}

function sumsOf(trx: Transaction, what: 'refund' | 'dispute', partIds: string[]) {
  const table = `${what}_shares`
  return trx
    .from(table)
    .join(`${what}s`, `${what}s.id`, `${table}.${what}_id`)
    .whereIn(`${table}.partner_order_id`, partIds)
    .groupBy(`${table}.partner_order_id`)
    .select(`${table}.partner_order_id as part_id`)
    .sum({
      total: `${table}.amount`,
      partner: `${table}.partner_amount`,
      tax: `${table}.tax_amount`,
    })
}

/** The rows of shares, for refund_shares or dispute_shares. */
export function shareRows(owner: { refund_id: string } | { dispute_id: string }, shares: Share[]) {
  return shares.map((share) => ({
    ...owner,
    partner_order_id: share.partId,
    amount: share.amount,
    partner_amount: share.partner,
    platform_amount: share.platform,
    tax_amount: share.tax,
  }))
}

/** The stored shares of a refund or dispute. */
export async function storedShares(
  trx: Transaction,
  what: 'refund' | 'dispute',
  id: string
): Promise<Share[]> {
  const table = `${what}_shares`
  const rows = await trx
    .from(table)
    .join('partner_orders', 'partner_orders.id', `${table}.partner_order_id`)
    .where(`${table}.${what}_id`, id)
    .select(`${table}.*`, 'partner_orders.partner_id')
  return rows.map((row) => ({
    partId: row.partner_order_id,
    partnerId: row.partner_id,
    amount: Number(row.amount),
    partner: Number(row.partner_amount),
    platform: Number(row.platform_amount),
    tax: Number(row.tax_amount),
  }))
}

type Statuses = Pick<PartRow, 'id' | 'status'>[]

/**
 * Entries that take shares from those who have them: a partner's from what is on hold, or from what
 * was released already. Locks the accounts, in the order of the partners' ids.
 */
export async function takeEntries(
  trx: Transaction,
  currency: string,
  parts: Statuses,
  shares: Share[]
): Promise<Entry[]> {
  return entriesOf(parts, shares, -1, ({ partnerId, partner }) =>
    debitSettled(trx, partnerId, currency, partner)
  )
}

/** Entries that give shares back, to where the part's money is by now. */
export async function giveBackEntries(
  trx: Transaction,
  currency: string,
  parts: Statuses,
  shares: Share[]
): Promise<Entry[]> {
  return entriesOf(parts, shares, 1, ({ partnerId, partner }) =>
    creditSettled(trx, partnerId, currency, partner)
  )
}

async function entriesOf(
  parts: Statuses,
  shares: Share[],
  sign: 1 | -1,
  settled: (share: Share) => Promise<Entry[]>
): Promise<Entry[]> {
  const entries: Entry[] = []
  const sorted = shares.toSorted((a, b) => (a.partnerId < b.partnerId ? -1 : 1))
  for (const share of sorted) {
    const { status } = parts.find(({ id }) => id === share.partId)!
    const { partnerId: ownerId, partner, platform, tax } = share
    if (SETTLED.includes(status)) entries.push(...(await settled(share)))
    else entries.push({ account: 'partner_pending', ownerId, amount: sign * partner })
    entries.push({ account: 'platform_revenue', amount: sign * platform })
    entries.push({ account: 'tax', amount: sign * tax })
  }
  return entries
}
