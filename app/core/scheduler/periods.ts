/*
 * A period has a name (a local date, an hour, a minute), never just a moment: clock skew, daylight
 * saving and a fast run cannot make it fire twice, and a missed one can be named and caught up.
 */
import { DateTime } from 'luxon'
import env from '#start/env'

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

function clockTime(day: DateTime, at: string): DateTime {
  const [hour, minute] = at.split(':').map(Number)
  return day.set({ hour, minute, second: 0, millisecond: 0 })
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

function periodAt(schedule: Schedule, at: number): Period {
  const utc = DateTime.fromMillis(at, { zone: 'utc' })
  const local = DateTime.fromMillis(at, { zone: zone() })
  switch (schedule.every) {
    case 'minutes': {
      const length = schedule.count * 60_000
      const start = DateTime.fromMillis(Math.floor(at / length) * length, { zone: 'utc' })
      return { key: start.toFormat("yyyy-MM-dd'T'HH:mm'Z'"), dueAt: start.toMillis() }
    }
    case 'hour': {
      const start = utc.startOf('hour')
      return { key: start.toFormat("yyyy-MM-dd'T'HH'Z'"), dueAt: start.toMillis() }
    }
    case 'day': {
      const today = clockTime(local, schedule.at)
      const due = today.toMillis() <= at ? today : clockTime(local.minus({ days: 1 }), schedule.at)
      return { key: due.toFormat('yyyy-MM-dd'), dueAt: due.toMillis() }
    }
    case 'week': {
      const thisWeek = clockTime(local.set({ weekday: schedule.on }), schedule.at)
      const due =
        thisWeek.toMillis() <= at
          ? thisWeek
          : clockTime(local.minus({ weeks: 1 }).set({ weekday: schedule.on }), schedule.at)
      return { key: due.toFormat("kkkk-'W'WW"), dueAt: due.toMillis() }
    }
  }
}
