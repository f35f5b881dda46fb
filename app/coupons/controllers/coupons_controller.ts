import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CreateCoupon from '#coupons/actions/create_coupon'
import DeleteCoupon from '#coupons/actions/delete_coupon'
import UpdateCoupon from '#coupons/actions/update_coupon'
import GetCoupon from '#coupons/queries/get_coupon'
import ListCoupons from '#coupons/queries/list_coupons'
import CouponTransformer from '#coupons/transformers/coupon_transformer'
import {
  createCouponValidator,
  listCouponsValidator,
  updateCouponValidator,
} from '#coupons/validators/coupon'

/** Discounts: partners' own, and all of them for staff. */
@inject()
export default class CouponsController {
  constructor(
    private listCoupons: ListCoupons,
    private getCoupon: GetCoupon,
    private createCoupon: CreateCoupon,
    private updateCoupon: UpdateCoupon,
    private deleteCoupon: DeleteCoupon
  ) {}

  /** Coupons, newest first: a partner's own, all of them for staff. */
  async index({ actor, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listCouponsValidator)
    const page = await this.listCoupons.execute(actor!, filters)
    return serializePage(CouponTransformer.transform(page.rows), page.meta)
  }

  /** One coupon. */
  async show({ actor, params, serialize }: HttpContext) {
    const coupon = await this.getCoupon.execute(actor!, params.couponId)
    return serialize(CouponTransformer.transform(coupon))
  }

  /** Make a coupon: a partner one of their own, staff one of the platform's. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(createCouponValidator)
    const coupon = await this.createCoupon.execute({ actor: actor!, ...payload })
    response.status(201)
    return serialize(CouponTransformer.transform(coupon))
  }

  /** Change a coupon's terms for the orders to come. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const payload = await request.validateUsing(updateCouponValidator)
    const coupon = await this.updateCoupon.execute({
      actor: actor!,
      couponId: params.couponId,
      ...payload,
    })
    return serialize(CouponTransformer.transform(coupon))
  }

  /** Take a coupon away for good. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.deleteCoupon.execute({ actor: actor!, couponId: params.couponId })
    response.status(204)
  }
}
