import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import type { GatewayName, GatewayPaymentStatus } from '#payments/gateways/gateway'
import type { PaymentRow } from '#payments/queries/payment_rows'

export interface StaffPaymentFilters {
  status?: GatewayPaymentStatus
  gateway?: GatewayName
  orderId?: string
  clientId?: string
}

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
  async all(
    request: PageRequest,
    { status, gateway, orderId, clientId }: StaffPaymentFilters
  ): Promise<Page<PaymentRow>> {
    const query = db.from('payments')
    if (status) query.where('status', status)
    if (gateway) query.where('gateway', gateway)
    if (orderId) query.where('order_id', orderId)
    if (clientId) query.where('client_id', clientId)
    return keysetPage<PaymentRow>(query, request, NEWEST_FIRST)
  }
}
