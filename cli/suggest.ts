/*
 * "Did you mean": the nearest known word, by edit distance or because it means the same. A guess is
 * only ever shown, never run.
 */

const SYNONYMS: Record<string, string[]> = {
  rm: ['remove', 'delete'],
  del: ['delete', 'remove'],
  delete: ['remove'],
  remove: ['delete'],
  ls: ['list'],
  all: ['list'],
  index: ['list'],
  get: ['show'],
  view: ['show'],
  info: ['show', 'status'],
  find: ['search', 'list'],
  accept: ['approve'],
  verify: ['approve'],
  deny: ['reject'],
  refuse: ['reject'],
  new: ['create', 'add'],
  change: ['update', 'edit'],
  switch: ['use'],
  signin: ['login'],
  signout: ['logout'],
  me: ['whoami'],
  env: ['profile'],
  call: ['api'],
  runs: ['run'],
}

/** The known word the unknown one probably stands for. */
export function suggest(word: string, known: string[]): string | undefined {
  const synonym = SYNONYMS[word]?.find((candidate) => known.includes(candidate))
  if (synonym) return synonym

  const limit = word.length <= 3 ? 1 : 2
  return known
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ distance }) => distance <= limit)
    .sort((one, other) => one.distance - other.distance)[0]?.candidate
}

/** Damerau-Levenshtein distance: typed, left out, added or swapped letters. */
export function editDistance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, row) => [row])
  for (let column = 1; column <= other.length; column++) rows[0][column] = column
  for (let row = 1; row <= one.length; row++) {
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      rows[row][column] = Math.min(
        rows[row - 1][column] + 1,
        rows[row][column - 1] + 1,
        rows[row - 1][column - 1] + (same ? 0 : 1)
      )
      const swapped =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1]
      if (swapped) {
        rows[row][column] = Math.min(rows[row][column], rows[row - 2][column - 2] + 1)
      }
    }
  }
  return rows[one.length][other.length]
}
