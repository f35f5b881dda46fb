/**
 * Some promises are shown at a size that takes minutes: `FULL_SIZE=1 npm test` takes that, everything
 * else a tenth or so of it.
 */
export const isFullSize = process.env.FULL_SIZE === '1'

/** A number of things, of rounds, of requests. */
export function sized({ full, small }: { full: number; small: number }): number {
  return isFullSize ? full : small
}
