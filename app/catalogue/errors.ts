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
