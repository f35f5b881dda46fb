/*
 * The refusals of app/coupons.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** Why a coupon does not do; `state` of the refusal. */
export const UNUSABLE = {
  unknown: 'There is no such coupon',
  inactive: 'The coupon is switched off',
  not_started: 'The coupon is not valid yet',
  ended: 'The coupon has ended',
  used_up: 'The coupon has been used as often as it may be',
  used_by_client: 'You have used this coupon as often as one may',
  currency: 'The coupon is for another currency',
  minimum: 'The coupon wants a larger basket',
  nothing_eligible: 'The coupon is for nothing in this basket',
} as const

export type Unusable = keyof typeof UNUSABLE

/** A coupon is unknown, over, used up, or not for this basket; `state` says which. */
export class CouponNotUsable extends DomainError {
  static status = 409
  static code = 'E_COUPON_NOT_USABLE'

  constructor(state: Unusable) {
    super(UNUSABLE[state], { state })
  }
}

/** A coupon shall be used less often than it was used already. */
export class CouponUsedMore extends DomainError {
  static status = 409
  static code = 'E_COUPON_USED_MORE'

  constructor(used: number) {
    super(`The coupon was used ${used} times already`, { used })
  }
}
