import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import PlaceManualOrder from '#orders/actions/place_manual_order'
import ListOrders from '#orders/queries/list_orders'
import OrderRowTransformer from '#orders/transformers/order_row_transformer'
import OrderTransformer from '#orders/transformers/order_transformer'
import {
  listAllOrdersValidator,
  manualLinesOf,
  manualOrderValidator,
} from '#orders/validators/order'

/** Everybody's orders, for staff. */
@inject()
export default class OrdersController {
  constructor(
    private listOrders: ListOrders,
    private placeManualOrder: PlaceManualOrder
  ) {}

  /** All orders, newest first. */
  async index({ request, serializePage }: HttpContext) {
    const { limit, cursor, count, ...filters } = await request.validateUsing(listAllOrdersValidator)
    const page = await this.listOrders.all(filters, { limit, cursor, count })
    return serializePage(OrderRowTransformer.transform(page.rows), page.meta)
  }

  /** Write an order for a client: of variants, or of words and prices agreed on. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(manualOrderValidator)
    const { clientId, note } = payload
    const lines = manualLinesOf(payload)
    const order = await this.placeManualOrder.execute({ actor: actor!, clientId, lines, note })
    response.status(201)
    return serialize(OrderTransformer.transform(order))
  }
}
