import { recordAudit } from '#audit/record'
import { CategoryTreeFull } from '#categories/errors'
import Category from '#categories/models/category'
import { CATEGORIES, forgetCategoryTree, readTree } from '#categories/queries/category_tree'
import { slugOf } from '#categories/services/slug'
import { assertPlace, MAX_CATEGORIES } from '#categories/services/tree_rules'
import type { Actor } from '#core/actor'
import { isDuplicate } from '#core/database/driver_errors'
import { raiseVersion } from '#core/database/reference_versions'
import { write } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'

export interface CategoryInput {
  name: string
  slug?: string
  parentId?: string | null
  description?: string | null
  position?: number
  isActive?: boolean
}

/** Adds a category to the tree. */
export default class CreateCategory {
  /**
   * @throws InvalidField for a slug that is taken or cannot be made, and a parent that does not do
   * @throws CategoryTreeFull when there are a thousand already
   */
  async execute({ actor, ...input }: CategoryInput & { actor: Actor }): Promise<Category> {
    const slug = input.slug ?? slugOf(input.name)
    if (!slug) throw new InvalidField('slug', 'required', 'The name makes no slug: give one')
    return write(async (trx) => {
      await raiseVersion(trx, CATEGORIES) // from here on the tree is ours
      const tree = await readTree()
      if (tree.size >= MAX_CATEGORIES) throw new CategoryTreeFull()
      const parentId = input.parentId ?? null
      assertPlace(tree, parentId)
      const row = {
        ...newRow('category', clock.now()),
        parentId,
        name: input.name,
        slug,
        description: input.description ?? null,
        position: input.position ?? (tree.childrenOf(parentId).at(-1)?.position ?? -1) + 1,
        isActive: input.isActive ?? true,
      }
      const category = await Category.create(row, { client: trx }).catch(refuseDuplicate)
      await recordAudit(trx, {
        actor,
        action: 'category.created',
        subject: { type: 'category', id: category.id },
        after: { name: row.name, slug, parentId, isActive: row.isActive },
      })
      trx.after('commit', forgetCategoryTree)
      return category
    })
  }
}

/** @throws InvalidField when the slug is the one of another category */
export function refuseDuplicate(error: unknown): never {
  if (isDuplicate(error))
    throw new InvalidField('slug', 'unique', 'Another category has this slug already')
  throw error
}
