import { categoryTree } from '#categories/queries/category_tree'
import { isForeignKeyViolation } from '#core/database/driver_errors'
import { InvalidField } from '#core/errors'

/** @throws InvalidField for a category that is missing or hidden */
export async function assertCategoryOnOffer(categoryId: string) {
  const tree = await categoryTree()
  if (!tree.isActive(categoryId)) throw noSuchCategory()
}

/**
 * Runs a write that names a category; the foreign key decides when it is deleted at that moment.
 *
 * @throws InvalidField
 */
export async function refusingGoneCategory(work: () => PromiseLike<unknown>) {
  try {
    await work()
  } catch (error) {
    if (isForeignKeyViolation(error)) throw noSuchCategory()
    throw error
  }
}

function noSuchCategory() {
  return new InvalidField('categoryId', 'exists', 'There is no such category')
}

/**
 * An event ends after it begins, and is not over already.
 *
 * @throws InvalidField
 */
export function assertWindow(startsAt: number, endsAt: number, now: number) {
  if (endsAt <= startsAt)
    throw new InvalidField('endsAt', 'afterField', 'An event must end after it begins')
  if (endsAt <= now) throw new InvalidField('endsAt', 'after', 'An event must end in the future')
}
