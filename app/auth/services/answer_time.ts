/*
 * What a known account costs more than an unknown one (a row, a mail) would tell the two apart.
 * Answers that must not tell go out at a fixed time, which is longer than either takes.
 */
import { setTimeout as sleep } from 'node:timers/promises'

/** of a refused log-in, which compares a password first; ms */
export const REFUSED_LOG_IN = 250
/** of a registration that begins, which hashes a password first; ms */
export const BEGUN_REGISTRATION = 250
/** of asking for a code or a link, ms */
export const SENT_OR_NOT = 150

/** Begins to count; await it right before the answer. */
export function answerTime(milliseconds: number): Promise<void> {
  return sleep(milliseconds)
}
