/** How many checks of each challenge, or of an account's own codes, are under way in this process. */
const underWay = new Map<string, number>()

/**
 * Runs one check of a code. More at once than a challenge has tries are nobody's honest doing: they are
 * turned away without troubling the database, so that a flood keeps nobody else waiting.
 *
 * @param what names the challenge, or the account
 * @returns null for who is turned away
 */
export async function fewAtOnce<Found>(
  what: string,
  most: number,
  check: () => Promise<Found>
): Promise<Found | null> {
  const others = underWay.get(what) ?? 0
  if (others >= most) return null
  underWay.set(what, others + 1)
  try {
    return await check()
  } finally {
    const left = underWay.get(what)! - 1
    if (left > 0) underWay.set(what, left)
    else underWay.delete(what)
  }
}
