import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CancelOrder from '#orders/actions/cancel_order'
import OrderTransformer from '#orders/transformers/order_transformer'
import { cancelOrderValidator } from '#orders/validators/order'

/** The end of an order before anything of it has left. */
@inject()
export default class OrderCancellationsController {
  constructor(private cancelOrder: CancelOrder) {}

  /** Cancel an own order; what was paid is paid back. */
  async store({ actor, params, request, serialize }: HttpContext) {
    const { reason } = await request.validateUsing(cancelOrderValidator)
    const order = await this.cancelOrder.execute({
      actor: actor!,
      orderId: params.orderId,
      reason,
    })
    return serialize(OrderTransformer.transform(order))
  }
}
