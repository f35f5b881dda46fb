/*
 * The refusals of app/carts.
 */
import { DomainError } from '#core/exceptions/domain_error'
import type { Money } from '#core/support/money'

/** A checkout without anything in the cart. */
export class CartEmpty extends DomainError {
  static status = 409
  static code = 'E_CART_EMPTY'
  static message = 'There is nothing in the cart'
}

/** The cart was ordered or changed by another request meanwhile. */
export class CartChanged extends DomainError {
  static status = 409
  static code = 'E_CART_CHANGED'
  static message = 'The cart was changed by another request: look at it again'
}

/** Something in the cart is not sold any more, or not in this region or currency. */
export class CartUnavailable extends DomainError {
  static status = 409
  static code = 'E_CART_UNAVAILABLE'

  constructor(variantIds: string[]) {
    super('Some of the cart cannot be bought any more: remove it first', { variantIds })
  }
}

/** An order comes to more than one payment may be. */
export class OrderTooLarge extends DomainError {
  static status = 409
  static code = 'E_ORDER_TOO_LARGE'
  static message = 'This is too much for one order: order less at once'
}

/** The order would not cost what the client says the cart has shown. */
export class CartRepriced extends DomainError {
  static status = 409
  static code = 'E_CART_REPRICED'

  /** @param total what it costs now */
  constructor(total: Money) {
    super('The cart costs something else now: look at it again', { total })
  }
}

/** A cart has as many lines as it may have. */
export class CartFull extends DomainError {
  static status = 409
  static code = 'E_CART_FULL'

  constructor(limit: number) {
    super(`A cart has at most ${limit} lines`, { limit })
  }
}
