import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import AdvanceOrder from '#orders/actions/advance_order'
import GetOrder from '#orders/queries/get_order'
import OrderTransformer from '#orders/transformers/order_transformer'
import { orderStepValidator } from '#orders/validators/order'

/** Where an order stands. */
@inject()
export default class OrderStatusesController {
  constructor(
    private advanceOrder: AdvanceOrder,
    private getOrder: GetOrder
  ) {}

  /** One step: of the own part for a partner; for staff of one part, or of all at once. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const { partnerOrderId, ...step } = await request.validateUsing(orderStepValidator)
    const where = { orderId: params.orderId, partnerOrderId }
    const input = { actor: actor!, ...step }
    if (actor!.role === 'partner') await this.advanceOrder.ownPart(where, input)
    else await this.advanceOrder.byStaff(where, input)
    const order = await this.getOrder.visibleTo(actor!, params.orderId)
    return serialize(OrderTransformer.transform(order))
  }
}
