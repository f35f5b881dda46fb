/*
 * The refusals of app/categories.
 */
import { DomainError } from '#core/exceptions/domain_error'

export interface CategoryUses {
  partners: number
  inquiries: number
  /** products, packages and events, also deleted ones that orders name */
  listings: number
  children: number
}

/** Partners, inquiries, listings or categories below it still name the category: deactivate it instead. */
export class CategoryInUse extends DomainError {
  static status = 409
  static code = 'E_CATEGORY_IN_USE'

  constructor(uses: CategoryUses) {
    const { partners, inquiries, listings, children } = uses
    super(
      `The category is in use: ${partners} partners, ${inquiries} inquiries, ${listings} listings, ` +
        `${children} categories below it`,
      { uses }
    )
  }
}

/** There are as many categories as the tree may have. */
export class CategoryTreeFull extends DomainError {
  static status = 409
  static code = 'E_CATEGORY_TREE_FULL'
  static message = 'There are as many categories as the tree may have: delete unused ones first'
}
