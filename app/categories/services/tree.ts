export interface CategoryNode {
  id: string
  parentId: string | null
  name: string
  slug: string
  description: string | null
  position: number
  isActive: boolean
}

/** All categories as they were at one moment; built once, never changed. */
export class CategoryTree {
  #nodes = new Map<string, CategoryNode>()
  #children = new Map<string | null, CategoryNode[]>()
  #slugs?: Map<string, CategoryNode>

  /** @param nodes in the order in which siblings are shown */
  constructor(
    nodes: CategoryNode[],
    readonly version: number
  ) {
    for (const node of nodes) {
      this.#nodes.set(node.id, node)
      const siblings = this.#children.get(node.parentId)
      if (siblings) siblings.push(node)
      else this.#children.set(node.parentId, [node])
    }
  }

  get size(): number {
    return this.#nodes.size
  }

  get(id: string): CategoryNode | undefined {
    return this.#nodes.get(id)
  }

  bySlug(slug: string): CategoryNode | undefined {
    this.#slugs ??= new Map([...this.#nodes.values()].map((node) => [node.slug, node]))
    return this.#slugs.get(slug)
  }

  /** The children of a category in their order; those of null are the roots. */
  childrenOf(id: string | null): readonly CategoryNode[] {
    return this.#children.get(id) ?? []
  }

  /** Parent, grandparent and so on up to the root; not the category itself. */
  ancestorsOf(id: string): string[] {
    const found: string[] = []
    let parentId = this.#nodes.get(id)?.parentId
    while (parentId) {
      found.push(parentId)
      parentId = this.#nodes.get(parentId)?.parentId
    }
    return found
  }

  /** Everything below a category, at any depth; not the category itself. */
  descendantsOf(id: string): string[] {
    const found = this.childrenOf(id).map((child) => child.id)
    for (const below of found) found.push(...this.childrenOf(below).map((child) => child.id))
    return found
  }

  /** A category is on offer when it and everything above it is active. */
  isActive(id: string): boolean {
    return [id, ...this.ancestorsOf(id)].every((step) => this.#nodes.get(step)?.isActive === true)
  }

  /** 1 for a root, one more for each step down. */
  depthOf(id: string): number {
    return this.ancestorsOf(id).length + 1
  }

  /** How many levels a category and everything below it take up; 1 for a leaf. */
  heightOf(id: string): number {
    return 1 + Math.max(0, ...this.childrenOf(id).map((child) => this.heightOf(child.id)))
  }
}
