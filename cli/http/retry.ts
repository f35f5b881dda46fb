/*
 * When a request is repeated and how long to wait before. Pure: the HTTP layer does the waiting.
 */

const FIRST_WAIT_MS = 300
const LONGEST_WAIT_MS = 10_000
/** A server that asks for more patience than this gets an error instead of a silent terminal. */
export const LONGEST_ASKED_WAIT_MS = 120_000

/** Statuses that pass by themselves. */
export function isPassing(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 501 && status !== 505)
}

/** Milliseconds the server asks to wait: seconds or an HTTP date; undefined when unreadable. */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  const text = value.trim()
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : Math.max(0, time - now)
}

/** Wait before attempt `attempt + 2`: the server's wish, else exponential with full jitter. */
export function waitBefore(attempt: number, asked: number | undefined, random: number): number {
  // A little chance on top of the server's wish: many clients were told the same moment.
  if (asked !== undefined) return asked + random * Math.min(asked * 0.1, 1000)
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt)
  return ceiling / 2 + (random * ceiling) / 2
}
