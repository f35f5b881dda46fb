import { createHash } from 'node:crypto'
import type { FinishedJson } from '#core/http/finished_json'
import type { CategoryTree } from '#categories/services/tree'

/** The active categories as guests get them. */
export interface PublicCategory {
  id: string
  name: string
  slug: string
  description: string | null
  children: PublicCategory[]
}

interface PublicTree extends FinishedJson<{ data: PublicCategory[] }> {
  etag: string
}

const made = new WeakMap<CategoryTree, PublicTree>()

/** The answer to GET /categories, written once for each state of the tree. */
export function publicTree(tree: CategoryTree): PublicTree {
  const known = made.get(tree)
  if (known) return known
  const text = JSON.stringify({ data: activeBelow(tree, null) })
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  made.set(tree, { text, etag })
  return { text, etag }
}

function activeBelow(tree: CategoryTree, parentId: string | null): PublicCategory[] {
  return tree
    .childrenOf(parentId)
    .filter(({ isActive }) => isActive)
    .map(({ id, name, slug, description }) => {
      return { id, name, slug, description, children: activeBelow(tree, id) }
    })
}
