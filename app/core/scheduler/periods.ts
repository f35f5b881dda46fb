/*
 * A period has a name (a local date, an hour, a minute), never just a moment: clock skew, daylight
 * saving and a fast run cannot make it fire twice, and a missed one can be named and caught up.
 */
import { DateTime } from 'luxon'
import env from '#start/env'
import { HOUR, MINUTE } from '#core/support/clock'

export type Schedule =
  | { every: 'minutes'; count: number }
  | { every: 'hour' }
  | { every: 'day'; at: string }
  | { every: 'week'; on: 1 | 2 | 3 | 4 | 5 | 6 | 7; at: string }

export interface Period {
  /** e.g. 2026-11-21, 2026-11-21T03Z, 2026-11-21T03:15Z, 2026-W47 */
  key: string
  /** when it is due, epoch ms */
  dueAt: number
}

const zone = () => env.get('TZ')

/**
 * A time of day on a date. An hour that the clocks skip becomes the next one; of an hour that they
 * repeat it is the first, whenever it is asked.
 */
function clockTime(day: DateTime, at: string): DateTime {
  const [hour, minute] = at.split(':').map(Number)
  const { year, month, day: date } = day
  const local = DateTime.fromObject({ year, month, day: date, hour, minute }, { zone: zone() })
  return DateTime.min(...local.getPossibleOffsets())!
}

/** The newest period that is due at `now` (epoch ms). */
export function newestPeriod(schedule: Schedule, now: number): Period {
  return recentPeriods(schedule, now, 1)[0]
}

/** The last `count` periods due at `now`, oldest first. */
export function recentPeriods(schedule: Schedule, now: number, count: number): Period[] {
  const periods: Period[] = []
  let at = now
  for (let i = 0; i < count; i++) {
    const period = periodAt(schedule, at)
    periods.unshift(period)
    at = period.dueAt - 1
  }
  return periods
}

const KEY_FORMATS = {
  minutes: "yyyy-MM-dd'T'HH:mm'Z'",
  hour: "yyyy-MM-dd'T'HH'Z'",
  day: 'yyyy-MM-dd',
  week: "kkkk-'W'WW",
}

/** The period of that name, or null when this schedule has none. */
export function periodNamed(schedule: Schedule, key: string): Period | null {
  const isLocal = schedule.every === 'day' || schedule.every === 'week'
  const named = DateTime.fromFormat(key, KEY_FORMATS[schedule.every], {
    zone: isLocal ? zone() : 'utc',
  })
  if (!named.isValid) return null
  const moment =
    schedule.every === 'week'
      ? clockTime(named.set({ weekday: schedule.on }), schedule.at)
      : schedule.every === 'day'
        ? clockTime(named, schedule.at)
        : named
  const period = periodAt(schedule, moment.toMillis())
  return period.key === key ? period : null
}

/** The schedule as people say it. */
export function describeSchedule(schedule: Schedule): string {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
  switch (schedule.every) {
    case 'minutes':
      return schedule.count === 1 ? 'every minute' : `every ${schedule.count} minutes`
    case 'hour':
      return 'every hour'
    case 'day':
      return `every day at ${schedule.at}`
    case 'week':
      return `every ${days[schedule.on - 1]} at ${schedule.at}`
  }
}

/** When the first period after `now` is due, epoch ms. */
export function nextDueAt(schedule: Schedule, now: number): number {
  const { dueAt } = newestPeriod(schedule, now)
  const local = DateTime.fromMillis(dueAt, { zone: zone() })
  switch (schedule.every) {
    case 'minutes':
      return dueAt + schedule.count * MINUTE
    case 'hour':
      return dueAt + HOUR
    case 'day':
      return clockTime(local.plus({ days: 1 }), schedule.at).toMillis()
    case 'week':
      return clockTime(local.plus({ weeks: 1 }), schedule.at).toMillis()
  }
}

function periodAt(schedule: Schedule, at: number): Period {
  const utc = DateTime.fromMillis(at, { zone: 'utc' })
  const local = DateTime.fromMillis(at, { zone: zone() })
  switch (schedule.every) {
    case 'minutes': {
      const length = schedule.count * MINUTE
      const start = DateTime.fromMillis(Math.floor(at / length) * length, { zone: 'utc' })
      return { key: start.toFormat(KEY_FORMATS.minutes), dueAt: start.toMillis() }
    }
    case 'hour': {
      const start = utc.startOf('hour')
      return { key: start.toFormat(KEY_FORMATS.hour), dueAt: start.toMillis() }
    }
    case 'day': {
      const today = clockTime(local, schedule.at)
      const due = today.toMillis() <= at ? today : clockTime(local.minus({ days: 1 }), schedule.at)
      return { key: due.toFormat(KEY_FORMATS.day), dueAt: due.toMillis() }
    }
    case 'week': {
      const thisWeek = clockTime(local.set({ weekday: schedule.on }), schedule.at)
      const due =
        thisWeek.toMillis() <= at
          ? thisWeek
          : clockTime(local.minus({ weeks: 1 }).set({ weekday: schedule.on }), schedule.at)
      return { key: due.toFormat(KEY_FORMATS.week), dueAt: due.toMillis() }
    }
  }
}
