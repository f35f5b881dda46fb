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
}

/** Everybody's withdrawals with who approved them, oldest first: a queue. */
export default class ListWithdrawals {
  async execute(
    request: PageRequest,
    { status, partnerId }: WithdrawalFilters
  ): Promise<Page<WithdrawalWithApprovals>> {
    const query = withdrawalRows(db)
    if (status) query.where('withdrawals.status', status)
    if (partnerId) query.where('withdrawals.partner_id', partnerId)
    const page = await keysetPage<WithdrawalRow>(query, request, [
      { column: 'withdrawals.id', direction: 'asc', valueOf: (row) => row.id },
    ])
    return { rows: await withApprovals(db, page.rows), meta: page.meta }
  }
}
