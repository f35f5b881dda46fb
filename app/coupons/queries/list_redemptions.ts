import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import GetCoupon from '#coupons/queries/get_coupon'

/** One order that a coupon made cheaper. */
export interface RedemptionRow {
  order_id: string
  order_number: string
  currency: string
  client_id: string
  client_name: string
  /** what it took off, in minor units of the order's currency */
  amount: number
  /** released: the order gave it back, and it counts no more */
  state: 'redeemed' | 'released'
  created_at: number
}

/** Who used a coupon, the newest order first; of a partner's own, of any for staff. */
@inject()
export default class ListRedemptions {
  constructor(private getCoupon: GetCoupon) {}

  /** @throws NotFound for a missing, a deleted and a foreign coupon alike */
  async execute(
    actor: Actor,
    couponId: string,
    request: PageRequest
  ): Promise<Page<RedemptionRow>> {
    await this.getCoupon.execute(actor, couponId)
    return keysetPage<RedemptionRow>(redemptionsOf(couponId), request, [
      {
        column: 'coupon_redemptions.order_id',
        direction: 'desc',
        valueOf: (row) => row.order_id,
      },
    ])
  }
}

/** The orders that used a coupon, with whose they are. */
export function redemptionsOf(couponId: string) {
  return db
    .from('coupon_redemptions')
    .join('orders', 'orders.id', 'coupon_redemptions.order_id')
    .join('users', 'users.id', 'coupon_redemptions.client_id')
    .where('coupon_redemptions.coupon_id', couponId)
    .select('coupon_redemptions.*')
    .select('orders.number as order_number', 'orders.currency', 'users.name as client_name')
}
