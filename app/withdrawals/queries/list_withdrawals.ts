import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import {
  withApprovals,
  withdrawalRows,
  type WithdrawalRow,
  type WithdrawalWithApprovals,
} from '#withdrawals/queries/withdrawal_rows'
import type { WithdrawalStatus } from '#withdrawals/services/states'

export interface WithdrawalFilters {
  status?: WithdrawalStatus
  partnerId?: string
  /** held by staff, or not */
  held?: boolean
  /** the gateway is not asked any more, and nobody knows whether it has paid */
  stalled?: boolean
  currency?: string
  /** minor units of the currency */
  minAmount?: number
  /** asked for between these, epoch ms; `until` is not included */
  since?: number
  until?: number
}

/** Everybody's withdrawals with who approved them, oldest first: a queue. */
export default class ListWithdrawals {
  async execute(
    request: PageRequest,
    { status, partnerId, held, stalled, currency, minAmount, since, until }: WithdrawalFilters
  ): Promise<Page<WithdrawalWithApprovals>> {
    const query = withdrawalRows(db)
    if (status) query.where('withdrawals.status', status)
    if (partnerId) query.where('withdrawals.partner_id', partnerId)
    if (held === true) query.whereNotNull('withdrawals.held_at')
    if (held === false) query.whereNull('withdrawals.held_at')
    if (stalled)
      query
        .where('withdrawals.status', 'processing')
        .whereNull('withdrawals.poll_at')
        .where('withdrawals.polls', '>', 0)
    if (currency) query.where('withdrawals.currency', currency)
    if (minAmount) query.where('withdrawals.amount', '>=', minAmount)
    if (since) query.where('withdrawals.created_at', '>=', since)
    if (until) query.where('withdrawals.created_at', '<', until)
    const page = await keysetPage<WithdrawalRow>(query, request, [
      { column: 'withdrawals.id', direction: 'asc', valueOf: (row) => row.id },
    ])
    return { rows: await withApprovals(db, page.rows), meta: page.meta }
  }
}
