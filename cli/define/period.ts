/*
 * `--since` and `--until`, the same on every list whose endpoint knows them.
 */
import { parseTime } from '../options.ts'
import type { Filter } from './list.ts'

/** A flag that takes a time: an age, a date or RFC 3339. */
export function timeFilter(flag: string, description: string, param?: string): Filter {
  return { flags: `${flag} <time>`, description, param, parse: (text) => parseTime(text) }
}

/**
 * From a time on, up to another; `names` is what the endpoint calls them.
 *
 * @param what what the time is of: `created`
 */
export function periodFilters(
  names: { since?: string; until?: string } = {},
  what?: string
): Filter[] {
  const of = what ? `${what} ` : ''
  return [
    timeFilter('--since', `${of}since: 30d, 2026-01-31 or a time`, names.since),
    timeFilter('--until', `${of}before: 30d, 2026-01-31 or a time`, names.until),
  ]
}
