import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { isStaffRole } from '#core/actor'
import ListRedemptions from '#coupons/queries/list_redemptions'
import RedemptionTransformer from '#coupons/transformers/redemption_transformer'
import { listRedemptionsValidator } from '#coupons/validators/coupon'

/** Who used a coupon. */
@inject()
export default class RedemptionsController {
  constructor(private listRedemptions: ListRedemptions) {}

  /** The orders that used a coupon, newest first, and what it took off each. */
  async index({ actor, params, request, serializePage }: HttpContext) {
    const wanted = await request.validateUsing(listRedemptionsValidator)
    const page = await this.listRedemptions.execute(actor!, params.couponId, wanted)
    const isForStaff = isStaffRole(actor!.role)
    return serializePage(RedemptionTransformer.transform(page.rows, isForStaff), page.meta)
  }
}
