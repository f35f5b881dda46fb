import db from '@adonisjs/lucid/services/db'
import { whereAmountWithin, type AmountRange } from '#core/database/amount_within'
import { whereMadeWithin, type Window } from '#core/database/made_within'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import type { GatewayName } from '#payments/gateways/gateway'
import {
  onlyStalled,
  withShares,
  type RefundRow,
  type RefundWithShares,
} from '#refunds/queries/refund_rows'
import type { RefundStatus } from '#refunds/services/states'

export interface RefundFilters extends Window, AmountRange {
  status?: RefundStatus
  orderId?: string
  paymentId?: string
  gateway?: GatewayName
  currency?: string
  /** the gateway is not asked any more, and nobody knows the outcome */
  stalled?: boolean
}

const COLUMNS = {
  status: 'status',
  orderId: 'order_id',
  paymentId: 'payment_id',
  gateway: 'gateway',
  currency: 'currency',
} as const

/** Refunds with who gives what of them, newest first. */
export default class ListRefunds {
  async execute(request: PageRequest, filters: RefundFilters): Promise<Page<RefundWithShares>> {
    const page = await keysetPage<RefundRow>(refundsBy(filters), request, [
      { column: 'id', direction: 'desc', valueOf: (row) => row.id },
    ])
    return { rows: await withShares(db, page.rows), meta: page.meta }
  }
}

/** Refunds by any filters. */
export function refundsBy(filters: RefundFilters) {
  const query = db.from('refunds')
  for (const [filter, column] of Object.entries(COLUMNS)) {
    const value = filters[filter as keyof typeof COLUMNS]
    if (value !== undefined) query.where(column, value)
  }
  whereAmountWithin(query, 'amount', filters)
  whereMadeWithin(query, 'refund', filters)
  if (filters.stalled) onlyStalled(query)
  return query
}
