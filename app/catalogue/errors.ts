/*
 * The refusals of app/catalogue.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** There is less left of some variants than was asked for, or they are not sold any more. */
export class OutOfStock extends DomainError {
  static status = 409
  static code = 'E_OUT_OF_STOCK'

  constructor(variantIds: string[]) {
    super('Some of it is not available in this quantity any more', { variantIds })
  }
}

/** Another variant of the same partner, perhaps of another listing, is labelled so. */
export class SkuTaken extends DomainError {
  static status = 409
  static code = 'E_SKU_TAKEN'

  constructor(field: string) {
    super('You have a variant with this SKU already', { field, rule: 'unique' })
  }
}

/** Another variant of the product has exactly these options. */
export class OptionsTaken extends DomainError {
  static status = 409
  static code = 'E_OPTIONS_TAKEN'

  constructor(field: string) {
    super('Another variant of this product has the same options', { field, rule: 'unique' })
  }
}

/** What is sold has at least one variant: a listing is disabled or deleted, not emptied. */
export class LastVariant extends DomainError {
  static status = 409
  static code = 'E_LAST_VARIANT'
  static message = 'A listing keeps at least one variant: disable or delete the listing instead'
}

/** A product has at most so many variants. */
export class TooManyVariants extends DomainError {
  static status = 409
  static code = 'E_TOO_MANY_VARIANTS'

  constructor(most: number) {
    super(`A product has at most ${most} variants`)
  }
}

/** The number of pieces was changed by somebody else since the version that was sent was read. */
export class StockStale extends DomainError {
  static status = 409
  static code = 'E_STOCK_STALE'

  constructor(current: { onHand: number; reserved: number; version: number }) {
    super('The stock has changed meanwhile: read it again', current)
  }
}

/** Fewer than what is promised to orders, or than none. */
export class StockTooLow extends DomainError {
  static status = 409
  static code = 'E_STOCK_TOO_LOW'

  constructor(current: { onHand: number; reserved: number; version: number }) {
    super('There cannot be less on hand than is promised to orders', current)
  }
}

/** Packages and services are not counted. */
export class StockNotKept extends DomainError {
  static status = 409
  static code = 'E_STOCK_NOT_KEPT'
  static message = 'No stock is kept of this variant'
}

/** The decision does not fit the state that the listing is in by now. */
export class ModerationConflict extends DomainError {
  static status = 409
  static code = 'E_MODERATION_CONFLICT'

  constructor(state: string) {
    super(`The listing is ${state}`, { state })
  }
}

/** A listing shows at most so many pictures. */
export class TooManyImages extends DomainError {
  static status = 409
  static code = 'E_TOO_MANY_IMAGES'

  constructor(most: number) {
    super(`A listing has at most ${most} images: remove one first`)
  }
}

/** More of a variant is put back on the shelf than has shipped of the order and is still away. */
export class ReturnTooLarge extends DomainError {
  static status = 409
  static code = 'E_RETURN_TOO_LARGE'

  /** @param left pieces */
  constructor(variantId: string, left: number) {
    super('That is more than has shipped and has not come back', { variantId, left })
  }
}
