import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { whereAmountWithin, type AmountRange } from '#core/database/amount_within'
import { whereMadeWithin, type Window } from '#core/database/made_within'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import type { GatewayName, GatewayPaymentStatus } from '#payments/gateways/gateway'
import type { PaymentFlag, PaymentRow } from '#payments/queries/payment_rows'

export interface StaffPaymentFilters extends Window, AmountRange {
  status?: GatewayPaymentStatus
  gateway?: GatewayName
  orderId?: string
  clientId?: string
  currency?: string
  flag?: PaymentFlag
}

const COLUMNS = {
  status: 'status',
  gateway: 'gateway',
  orderId: 'order_id',
  clientId: 'client_id',
  currency: 'currency',
  flag: 'flag',
} as const

const NEWEST_FIRST = [
  { column: 'id', direction: 'desc' as const, valueOf: (row: PaymentRow) => row.id },
]

/** Payments, newest first. */
export default class ListPayments {
  /** A client's own. */
  async own(actor: Actor, { status, ...request }: PageRequest & { status?: string }) {
    const query = db.from('payments').where('client_id', actor.id)
    if (status) query.where('status', status)
    return keysetPage<PaymentRow>(query, request, NEWEST_FIRST)
  }

  /** Everybody's, for staff. */
  async all(request: PageRequest, filters: StaffPaymentFilters): Promise<Page<PaymentRow>> {
    return keysetPage<PaymentRow>(staffPayments(filters), request, NEWEST_FIRST)
  }
}

/** Payments by any filters. */
export function staffPayments(filters: StaffPaymentFilters) {
  const query = db.from('payments')
  for (const [filter, column] of Object.entries(COLUMNS)) {
    const value = filters[filter as keyof typeof COLUMNS]
    if (value !== undefined) query.where(column, value)
  }
  whereAmountWithin(query, 'amount', filters)
  whereMadeWithin(query, 'payment', filters)
  return query
}
