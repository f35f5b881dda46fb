/*
 * The tree of categories, kept in memory because nearly every request of clients and partners asks
 * for a part of it. It is at most two seconds old, on every process; a change shows at once in the
 * process that made it.
 */
import db from '@adonisjs/lucid/services/db'
import { CategoryTree, type CategoryNode } from '#categories/services/tree'
import { versionOf } from '#core/database/reference_versions'
import { currentTransaction, keptConnection } from '#core/database/write'
import { clock, SECOND } from '#core/support/clock'

export const CATEGORIES = 'categories'
const REMEMBERED_FOR = 2 * SECOND

let known: { tree: CategoryTree; until: number } | undefined
let asking: Promise<CategoryTree> | undefined
/** how often the tree was forgotten: an answer that was asked for before is not remembered */
let forgotten = 0

/**
 * All categories. Works inside a transaction too, where an outdated tree is read anew by that
 * transaction for itself: its view is its own, and waiting for somebody else's query while it holds
 * the only connection (SQLite) would never end.
 */
export async function categoryTree(): Promise<CategoryTree> {
  if (known && known.until > clock.now()) return known.tree
  // what is not committed yet is not for others to remember
  if (currentTransaction() || (await keptConnection())) return readTree()
  asking ??= refresh()
  return asking
}

/** All categories as the running transaction sees them, whatever is remembered. */
export async function readTree(): Promise<CategoryTree> {
  // the version first: if a change slips in between, the next look at it reads the tree again
  const version = await versionOf(CATEGORIES)
  const rows = await (currentTransaction() ?? db)
    .from('categories')
    .select('id', 'parent_id', 'name', 'slug', 'description', 'position', 'is_active')
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
  return new CategoryTree(rows.map(nodeOf), version)
}

/** Makes this process look again at once; the others follow within two seconds. */
export function forgetCategoryTree() {
  forgotten++
  known = asking = undefined
}

async function refresh(): Promise<CategoryTree> {
  const turn = forgotten
  const until = clock.now() + REMEMBERED_FOR
  try {
    const before = known?.tree
    const isCurrent = before !== undefined && before.version === (await versionOf(CATEGORIES))
    const tree = isCurrent ? before : await readTree()
    if (turn === forgotten) known = { tree, until }
    return tree
  } finally {
    if (turn === forgotten) asking = undefined
  }
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
