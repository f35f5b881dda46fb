import { categoryTree } from '#categories/queries/category_tree'
import { NotFound } from '#core/errors'

/**
 * The id of a category that is on offer, by its id or its slug.
 *
 * @throws NotFound
 */
export async function categoryNamed(slugOrId: string): Promise<string> {
  const tree = await categoryTree()
  const id = tree.get(slugOrId)?.id ?? tree.bySlug(slugOrId)?.id
  if (!id || !tree.isActive(id)) throw new NotFound()
  return id
}
