import type { Actor } from '#core/actor'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import { couponRowsOf, type CouponRow } from '#coupons/queries/coupon_rows'

export interface CouponFilters {
  /** exactly this one, in any spelling */
  code?: string
  isActive?: boolean
  /** for staff: of this partner, or `platform` */
  partnerId?: string
}

/** Coupons, newest first: a partner's own, all of them for staff. */
export default class ListCoupons {
  async execute(
    actor: Actor,
    { code, isActive, partnerId, ...request }: CouponFilters & PageRequest
  ): Promise<Page<CouponRow>> {
    const { query } = await couponRowsOf(actor)
    if (code) query.where('coupons.code', code)
    if (isActive !== undefined) query.where('coupons.is_active', isActive)
    if (partnerId) query.where('coupons.partner_id', partnerId === 'platform' ? '' : partnerId)
    return keysetPage<CouponRow>(query, request, [
      { column: 'coupons.id', direction: 'desc', valueOf: (row) => row.id },
    ])
  }
}
