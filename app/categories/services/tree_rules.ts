import type { CategoryTree } from '#categories/services/tree'
import { InvalidField } from '#core/errors'

export const MAX_DEPTH = 5
export const MAX_CATEGORIES = 5_000

/**
 * Whether a category may stand below a parent; the caller has the tree to itself.
 *
 * @param categoryId the category that moves; undefined for a new one
 * @throws InvalidField for a parent that is missing, is the category itself or below it, or would
 * make the tree deeper than five levels
 */
export function assertPlace(tree: CategoryTree, parentId: string | null, categoryId?: string) {
  if (parentId === null) return
  if (!tree.get(parentId)) throw invalidParent('exists', 'There is no such category')
  if (categoryId && [parentId, ...tree.ancestorsOf(parentId)].includes(categoryId))
    throw invalidParent('cycle', 'A category cannot stand below itself')
  const height = categoryId ? tree.heightOf(categoryId) : 1
  if (tree.depthOf(parentId) + height > MAX_DEPTH)
    throw invalidParent('depth', `The tree has at most ${MAX_DEPTH} levels`)
}

function invalidParent(rule: string, message: string): InvalidField {
  return new InvalidField('parentId', rule, message)
}
