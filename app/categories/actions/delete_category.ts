import { recordAudit } from '#audit/record'
import { CategoryInUse, type CategoryUses } from '#categories/errors'
import { CATEGORIES, forgetCategoryTree } from '#categories/queries/category_tree'
import type { Actor } from '#core/actor'
import { deleted } from '#core/database/conditional'
import { isForeignKeyViolation } from '#core/database/driver_errors'
import { raiseVersion } from '#core/database/reference_versions'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'

/**
 * Deletes a category that nothing names. The foreign keys decide, so that a partner or an inquiry
 * that takes it at the same moment is never left without; regions forget that they did not sell it.
 */
export default class DeleteCategory {
  /**
   * @throws NotFound
   * @throws CategoryInUse (409), with the counts
   */
  async execute({ actor, categoryId }: { actor: Actor; categoryId: string }) {
    await write(async (trx) => {
      await raiseVersion(trx, CATEGORIES)
      const category = await trx.from('categories').where({ id: categoryId }).first()
      if (!category) throw new NotFound()
      await this.#delete(trx, categoryId)
      await trx
        .from('region_restrictions')
        .where({ kind: 'category', target_id: categoryId })
        .delete()
      await recordAudit(trx, {
        actor,
        action: 'category.deleted',
        subject: { type: 'category', id: categoryId },
        before: { name: category.name, slug: category.slug, parentId: category.parent_id },
      })
      trx.after('commit', forgetCategoryTree)
    })
  }

  async #delete(trx: Transaction, id: string) {
    try {
      await deleted(trx.from('categories').where({ id }))
    } catch (error) {
      if (isForeignKeyViolation(error)) throw new CategoryInUse(await usesOf(trx, id))
      throw error
    }
  }
}

async function usesOf(trx: Transaction, id: string): Promise<CategoryUses> {
  const count = async (table: string, column: string) => {
    const [row] = await trx.from(table).where(column, id).count('* as uses')
    return Number(row.uses)
  }
  return {
    partners: await count('partner_categories', 'category_id'),
    inquiries: await count('inquiries', 'category_id'),
    listings: await count('listings', 'category_id'),
    children: await count('categories', 'parent_id'),
  }
}
