/*
 * The one source of the present. Every timer, expiry and lease of Souk asks this clock, so a test
 * can move the whole system through time. Times are epoch milliseconds (UTC).
 */
import { readFileSync } from 'node:fs'

let offset = 0

/**
 * Processes started by a test share an offset through a file (milliseconds, as text), so that a
 * server and its workers travel together. Never read in production.
 */
const offsetFile = process.env.NODE_ENV === 'test' ? process.env.CLOCK_OFFSET_FILE : undefined

/** Whether the clock may leap under a running process. */
export const mayLeap = offsetFile !== undefined

function sharedOffset(): number {
  if (!offsetFile) return 0
  try {
    return Number(readFileSync(offsetFile, 'utf8')) || 0
  } catch {
    return 0 // the test has not moved the clock yet
  }
}

export const clock = {
  /** Now, in epoch milliseconds. */
  now(): number {
    return Date.now() + offset + sharedOffset()
  },

  /** Moves this process through time; only tests may. */
  travel(milliseconds: number) {
    if (process.env.NODE_ENV !== 'test') throw new Error('Only a test may move the clock')
    offset += milliseconds
  },

  /** Back to the real time. */
  reset() {
    offset = 0
  },
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Epoch milliseconds to the wire's ISO 8601 UTC with milliseconds; null stays null. */
export function toIso(time: number): string
export function toIso(time: number | null): string | null
export function toIso(time: number | null): string | null {
  return time === null ? null : new Date(Number(time)).toISOString()
}

/**
 * A duration as people write it in the environment: 15m, 30d, 45s, 12h.
 * @returns milliseconds
 * @throws when the text is not a number with one of the units s, m, h, d
 */
export function parseDuration(text: string): number {
  const match = /^(\d+)\s*([smhd])$/.exec(text.trim())
  if (!match) throw new Error(`"${text}" is not a duration: write a number and s, m, h or d (15m)`)
  const units = { s: SECOND, m: MINUTE, h: HOUR, d: DAY }
  return Number(match[1]) * units[match[2] as keyof typeof units]
}
