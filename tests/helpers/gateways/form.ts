/**
 * A form body with brackets as a tree: `a[b][0][c]=1` is { a: { b: [{ c: '1' }] } }. Texts that are
 * whole numbers become numbers under the given names, as Stripe reads them.
 */
export function formTree(body: string, numbers: string[]): Record<string, unknown> {
  const tree: Record<string, any> = {}
  for (const [name, text] of new URLSearchParams(body)) {
    const path = name.split(/[[\]]+/).filter(Boolean)
    const last = path.pop()!
    let node = tree
    for (const step of path) node = node[step] ??= {}
    const isNumber = numbers.includes(last) && /^\d+$/.test(text)
    node[last] = isNumber ? Number(text) : text
  }
  return listed(tree) as Record<string, unknown>
}

/** Objects whose names are 0, 1, 2 ... are lists. */
function listed(node: unknown): unknown {
  if (!node || typeof node !== 'object') return node
  const entries = Object.entries(node).map(([name, value]) => [name, listed(value)] as const)
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index))
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries)
}
