import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import GetOwnPartner from '#partners/queries/get_own_partner'
import { requestRows, type RequestRow } from '#refunds/queries/request_rows'
import type { RequestStatus } from '#refunds/services/states'

export interface RequestFilters {
  status?: RequestStatus
  partnerId?: string
  orderId?: string
  /** asked in this window, epoch ms; `until` is not included */
  since?: number
  until?: number
}

/** What clients ask back, the oldest first: a queue. */
export default class ListRefundRequests {
  /** A partner's own. @throws NotFound for everybody who is no partner */
  async own(actor: Actor, request: PageRequest, filters: Pick<RequestFilters, 'status'>) {
    const { id: partnerId } = await new GetOwnPartner().execute(actor)
    return this.all(request, { ...filters, partnerId })
  }

  /** Everybody's, for staff. */
  all(
    request: PageRequest,
    { status, partnerId, orderId, since, until }: RequestFilters
  ): Promise<Page<RequestRow>> {
    const query = requestRows(db)
    if (status) query.where('refund_requests.status', status)
    if (partnerId) query.where('refund_requests.partner_id', partnerId)
    if (orderId) query.where('refund_requests.order_id', orderId)
    if (since !== undefined) query.where('refund_requests.created_at', '>=', since)
    if (until !== undefined) query.where('refund_requests.created_at', '<', until)
    return keysetPage<RequestRow>(query, request, [
      {
        column: 'refund_requests.created_at',
        direction: 'asc',
        valueOf: (row) => Number(row.created_at),
      },
      { column: 'refund_requests.id', direction: 'asc', valueOf: (row) => row.id },
    ])
  }
}
