import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import GetPartnerOrder from '#orders/queries/get_partner_order'
import ListPartnerOrders from '#orders/queries/list_partner_orders'
import PartnerOrderRowTransformer from '#orders/transformers/partner_order_row_transformer'
import PartnerOrderTransformer from '#orders/transformers/partner_order_transformer'
import { listPartnerOrdersValidator } from '#orders/validators/order'

/** A partner's parts of orders. */
@inject()
export default class OrdersController {
  constructor(
    private listPartnerOrders: ListPartnerOrders,
    private getPartnerOrder: GetPartnerOrder
  ) {}

  /** Own parts, newest first. */
  async index({ actor, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listPartnerOrdersValidator)
    const page = await this.listPartnerOrders.execute(actor!, filters)
    return serializePage(PartnerOrderRowTransformer.transform(page.rows), page.meta)
  }

  /** One own part, with its lines and submissions. */
  async show({ actor, params, serialize }: HttpContext) {
    const part = await this.getPartnerOrder.execute(actor!, params.partnerOrderId)
    return serialize(PartnerOrderTransformer.transform(part))
  }
}
