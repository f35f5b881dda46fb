import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ListedOrder } from '#orders/queries/list_orders'
import { orderFacts } from '#orders/transformers/order_transformer'

/** An order in a list: its amounts, and the parts in a word each. */
export default class OrderRowTransformer extends BaseTransformer<ListedOrder> {
  toObject() {
    const { order, parts } = this.resource
    return {
      ...orderFacts(order),
      clientId: order.client_id,
      partnerOrders: parts.map((part) => ({
        id: part.id,
        status: part.status,
        partner: { id: part.partner_id, businessName: part.partner_name, slug: part.partner_slug },
      })),
    }
  }
}
