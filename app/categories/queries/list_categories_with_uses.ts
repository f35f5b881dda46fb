import db from '@adonisjs/lucid/services/db'
import type { CategoryUses } from '#categories/errors'
import { readTree } from '#categories/queries/category_tree'
import type { CategoryNode, CategoryTree } from '#categories/services/tree'

export interface CategoryWithUses extends CategoryNode {
  /** 1 for a root */
  depth: number
  uses: CategoryUses
}

/**
 * Every category, each followed by what is below it, with how often it is used. The tree has a
 * largest size, so this list has no pages; four queries, the counts from indexes alone.
 */
export default class ListCategoriesWithUses {
  async execute(): Promise<CategoryWithUses[]> {
    const tree = await readTree()
    const partners = await countByCategory('partner_categories')
    const inquiries = await countByCategory('inquiries')
    const listings = await countByCategory('listings')
    return depthFirst(tree, null).map((node) => ({
      ...node,
      depth: tree.depthOf(node.id),
      uses: {
        partners: partners.get(node.id) ?? 0,
        inquiries: inquiries.get(node.id) ?? 0,
        listings: listings.get(node.id) ?? 0,
        children: tree.childrenOf(node.id).length,
      },
    }))
  }
}

function depthFirst(tree: CategoryTree, parentId: string | null): CategoryNode[] {
  return tree.childrenOf(parentId).flatMap((node) => [node, ...depthFirst(tree, node.id)])
}

async function countByCategory(table: string): Promise<Map<string, number>> {
  const rows = await db.from(table).groupBy('category_id').select('category_id').count('* as uses')
  return new Map(rows.map((row) => [row.category_id, Number(row.uses)]))
}
