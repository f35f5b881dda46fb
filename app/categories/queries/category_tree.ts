/*
 * The tree of categories, kept in memory because nearly every request of clients and partners asks
 * for a part of it.
 */
import db from '@adonisjs/lucid/services/db'
import { CategoryTree, type CategoryNode } from '#categories/services/tree'
import { ReferenceData } from '#core/database/reference_data'
import { currentTransaction } from '#core/database/write'

export const CATEGORIES = 'categories'

const data = new ReferenceData(CATEGORIES, async (version) => {
  const rows = await (currentTransaction() ?? db)
    .from('categories')
    .select('id', 'parent_id', 'name', 'slug', 'description', 'position', 'is_active')
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
  return new CategoryTree(rows.map(nodeOf), version)
})

/** All categories, at most two seconds old. Works inside a transaction too. */
export function categoryTree(): Promise<CategoryTree> {
  return data.get()
}

/** All categories as the running transaction sees them, whatever is remembered. */
export function readTree(): Promise<CategoryTree> {
  return data.read()
}

/** Makes this process look again at once; the others follow within two seconds. */
export function forgetCategoryTree() {
  data.forget()
}

function nodeOf(row: Record<string, any>): CategoryNode {
  return {
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    slug: row.slug,
    description: row.description,
    position: row.position,
    isActive: Number(row.is_active) === 1,
  }
}
