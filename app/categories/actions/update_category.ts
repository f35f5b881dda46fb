import { recordAudit } from '#audit/record'
import { refuseDuplicate, type CategoryInput } from '#categories/actions/create_category'
import Category from '#categories/models/category'
import { CATEGORIES, forgetCategoryTree, readTree } from '#categories/queries/category_tree'
import { assertPlace } from '#categories/services/tree_rules'
import type { Actor } from '#core/actor'
import { raiseVersion } from '#core/database/reference_versions'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'

export interface CategoryChange extends Partial<CategoryInput> {
  actor: Actor
  categoryId: string
}

/** Renames, moves, reorders, hides or shows a category; what is not given stays. */
export default class UpdateCategory {
  /**
   * @throws NotFound
   * @throws InvalidField for a slug that is taken and a parent that does not do
   */
  async execute({ actor, categoryId, ...change }: CategoryChange): Promise<Category> {
    return write(async (trx) => {
      await raiseVersion(trx, CATEGORIES) // two moves at once would otherwise make a cycle
      const category = await Category.find(categoryId, { client: trx })
      if (!category) throw new NotFound()
      if (change.parentId !== undefined) assertPlace(await readTree(), change.parentId, categoryId)
      category.merge(change)
      const after = { ...category.$dirty }
      const before = Object.fromEntries(
        Object.keys(after).map((field) => [field, category.$original[field]])
      )
      await category.merge({ updatedAt: clock.now() }).save().catch(refuseDuplicate)
      await recordAudit(trx, {
        actor,
        action: 'category.changed',
        subject: { type: 'category', id: categoryId },
        before,
        after,
      })
      trx.after('commit', forgetCategoryTree)
      return category
    })
  }
}
