import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import AdvanceOrder from '#orders/actions/advance_order'
import GetPartnerOrder from '#orders/queries/get_partner_order'
import PartnerOrderTransformer from '#orders/transformers/partner_order_transformer'
import { stepValidator } from '#orders/validators/order'

/** Where a partner's own part stands. */
@inject()
export default class OrderStatusesController {
  constructor(
    private advanceOrder: AdvanceOrder,
    private getPartnerOrder: GetPartnerOrder
  ) {}

  /** Accept, begin, ship, deliver or cancel the own part. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const step = await request.validateUsing(stepValidator)
    const { partnerOrderId } = params
    await this.advanceOrder.ownPart({ partnerOrderId }, { actor: actor!, ...step })
    const part = await this.getPartnerOrder.execute(actor!, partnerOrderId)
    return serialize(PartnerOrderTransformer.transform(part))
  }
}
