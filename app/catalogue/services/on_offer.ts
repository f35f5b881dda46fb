import { categoryTree } from '#categories/queries/category_tree'
import { InvalidField } from '#core/errors'

/** @throws InvalidField for a category that is missing or hidden */
export async function assertCategoryOnOffer(categoryId: string) {
  const tree = await categoryTree()
  if (!tree.isActive(categoryId))
    throw new InvalidField('categoryId', 'exists', 'There is no such category')
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
