import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import {
  onlyStalled,
  withShares,
  type RefundRow,
  type RefundWithShares,
} from '#refunds/queries/refund_rows'
import type { RefundStatus } from '#refunds/services/states'

export interface RefundFilters {
  status?: RefundStatus
  orderId?: string
  paymentId?: string
  /** the gateway is not asked any more, and nobody knows the outcome */
  stalled?: boolean
}

/** Refunds with who gives what of them, newest first. */
export default class ListRefunds {
  async execute(
    request: PageRequest,
    { status, orderId, paymentId, stalled }: RefundFilters
  ): Promise<Page<RefundWithShares>> {
    const query = db.from('refunds')
    if (status) query.where('status', status)
    if (orderId) query.where('order_id', orderId)
    if (paymentId) query.where('payment_id', paymentId)
    if (stalled) onlyStalled(query)
    const page = await keysetPage<RefundRow>(query, request, [
      { column: 'id', direction: 'desc', valueOf: (row) => row.id },
    ])
    return { rows: await withShares(db, page.rows), meta: page.meta }
  }
}
