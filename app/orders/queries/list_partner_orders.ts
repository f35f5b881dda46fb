import type { Actor } from '#core/actor'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import {
  partnerOrderRows,
  withPartLines,
  type PartnerOrder,
  type PartnerOrderRow,
} from '#orders/queries/partner_order_rows'
import type { PartStatus } from '#orders/services/states'
import GetOwnPartner from '#partners/queries/get_own_partner'

/** A partner's parts of orders, the newest first; three queries. */
export default class ListPartnerOrders {
  async execute(
    actor: Actor,
    { status, ...request }: PageRequest & { status?: PartStatus }
  ): Promise<Page<PartnerOrder>> {
    const { id: partnerId } = await new GetOwnPartner().execute(actor)
    const query = partnerOrderRows(partnerId)
    if (status) query.where('partner_orders.status', status)
    const page = await keysetPage<PartnerOrderRow>(query, request, [
      { column: 'partner_orders.id', direction: 'desc', valueOf: (row) => row.id },
    ])
    return { rows: await withPartLines(page.rows), meta: page.meta }
  }
}
