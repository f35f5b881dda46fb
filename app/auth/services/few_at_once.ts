/** How many checks of each challenge are under way in this process. */
const underWay = new Map<string, number>()

/**
 * Runs one check of a challenge. More at once than the challenge has tries are nobody's honest doing:
 * they are turned away without troubling the database, so that a flood keeps nobody else waiting.
 *
 * @param challenge what names it
 * @returns null for who is turned away
 */
export async function fewAtOnce<Found>(
  challenge: string,
  most: number,
  check: () => Promise<Found>
): Promise<Found | null> {
  const others = underWay.get(challenge) ?? 0
  if (others >= most) return null
  underWay.set(challenge, others + 1)
  try {
    return await check()
  } finally {
    const left = underWay.get(challenge)! - 1
    if (left > 0) underWay.set(challenge, left)
    else underWay.delete(challenge)
  }
}
