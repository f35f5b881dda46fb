import { DAY, HOUR, MINUTE } from '#core/support/clock'

const FIRST = 3 * MINUTE
const LONGEST = 6 * HOUR
/** longer than any gateway goes on telling us by itself */
const GIVE_UP = 7 * DAY

/**
 * When somebody outside is asked again how a thing stands: after 3 minutes, then twice as long each
 * time, at least every 6 hours, for about a week.
 *
 * @param polls how often it was asked before
 * @returns epoch ms; null when it is not asked any more
 */
export function nextPollAt(polls: number, now: number): number | null {
  let waited = 0
  for (let i = 0; i < polls; i++) waited += pauseAfter(i)
  return waited > GIVE_UP ? null : now + pauseAfter(polls)
}

function pauseAfter(polls: number): number {
  return Math.min(LONGEST, FIRST * 2 ** Math.min(polls, 20))
}
