import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import PlaceOrder from '#orders/actions/place_order'
import GetOrder from '#orders/queries/get_order'
import ListOrders from '#orders/queries/list_orders'
import OrderRowTransformer from '#orders/transformers/order_row_transformer'
import OrderTransformer from '#orders/transformers/order_transformer'
import { listOrdersValidator, placeOrderValidator } from '#orders/validators/order'

/** A client's orders. */
@inject()
export default class OrdersController {
  constructor(
    private placeOrder: PlaceOrder,
    private getOrder: GetOrder,
    private listOrders: ListOrders
  ) {}

  /** Check out: the cart becomes an order, split by partner, that waits for its payment. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(placeOrderValidator)
    const order = await this.placeOrder.execute({ actor: actor!, ...payload })
    response.status(201)
    return serialize(OrderTransformer.transform(order))
  }

  /** Own orders, newest first. */
  async index({ actor, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listOrdersValidator)
    const page = await this.listOrders.own(actor!, filters)
    return serializePage(OrderRowTransformer.transform(page.rows), page.meta)
  }

  /** One order: a client's own, one with a part of the partner's, or any for staff. */
  async show({ actor, params, serialize }: HttpContext) {
    const order = await this.getOrder.visibleTo(actor!, params.orderId)
    return serialize(OrderTransformer.transform(order))
  }
}
