import type { Actor } from '#core/actor'
import { whereMadeWithin, type Window } from '#core/database/made_within'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import { couponRowsOf, type couponRows, type CouponRow } from '#coupons/queries/coupon_rows'

type CouponQuery = ReturnType<typeof couponRows>

/** Made in the window. */
export interface CouponFilters extends Window {
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
    { limit, cursor, count, ...filters }: CouponFilters & PageRequest
  ): Promise<Page<CouponRow>> {
    const { query } = await couponRowsOf(actor)
    return keysetPage<CouponRow>(narrowed(query, filters), { limit, cursor, count }, [
      { column: 'coupons.id', direction: 'desc', valueOf: (row) => row.id },
    ])
  }
}

/** Coupons by any filters. */
export function narrowed(query: CouponQuery, filters: CouponFilters) {
  const { code, isActive, partnerId } = filters
  if (code) query.where('coupons.code', code)
  if (isActive !== undefined) query.where('coupons.is_active', isActive)
  if (partnerId) query.where('coupons.partner_id', partnerId === 'platform' ? '' : partnerId)
  whereMadeWithin(query, 'coupon', filters, 'coupons')
  return query
}
