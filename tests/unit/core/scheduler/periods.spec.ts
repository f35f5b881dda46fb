import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import env from '#start/env'
import { newestPeriod, nextDueAt, periodNamed, recentPeriods } from '#core/scheduler/periods'
import { DAY, HOUR, MINUTE } from '#core/support/clock'
import { setSetting } from '#tests/helpers/settings'

const at = (iso: string) => Date.parse(iso)
const daily = (time: string) => ({ every: 'day', at: time }) as const

/** Every five hours, and every ten minutes of the two days around a change of the clocks. */
function moments(start: number, end: number, zone: string): number[] {
  const offset = (moment: number) => DateTime.fromMillis(moment, { zone }).offset
  const all: number[] = []
  for (let now = start; now < end;) {
    all.push(now)
    now += offset(now - DAY) === offset(now + DAY) ? 5 * HOUR : 10 * MINUTE
  }
  return all
}

test.group('periods', (group) => {
  const zone = env.get('TZ')
  group.each.teardown(() => setSetting('TZ', zone))

  test('have names: minutes, hours, days, weeks', ({ assert }) => {
    const now = at('2026-11-21T03:17:42.123Z')
    const key = (schedule: any) => newestPeriod(schedule, now).key
    assert.equal(key({ every: 'minutes', count: 1 }), '2026-11-21T03:17Z')
    assert.equal(key({ every: 'minutes', count: 5 }), '2026-11-21T03:15Z')
    assert.equal(key({ every: 'hour' }), '2026-11-21T03Z')
    assert.equal(key(daily('00:00')), '2026-11-21')
    assert.equal(key(daily('23:00')), '2026-11-20')
    assert.equal(key({ every: 'week', on: 7, at: '02:00' }), '2026-W46')
    assert.equal(key({ every: 'week', on: 6, at: '02:00' }), '2026-W47')
  })

  test('are found again by their names, and by no others', ({ assert }) => {
    const now = at('2027-01-01T12:00:00Z')
    for (const schedule of [
      { every: 'minutes', count: 3 },
      { every: 'hour' },
      daily('00:30'),
      { every: 'week', on: 1, at: '04:00' },
    ] as const)
      for (const period of recentPeriods(schedule, now, 60))
        assert.deepEqual(periodNamed(schedule, period.key), period)

    assert.isNull(periodNamed({ every: 'minutes', count: 5 }, '2026-11-21T03:17Z'))
    assert.isNull(periodNamed(daily('00:00'), '2026-02-30'))
    assert.isNull(periodNamed(daily('00:00'), '2026-11-21T03Z'))
    assert.isNull(periodNamed({ every: 'week', on: 1, at: '00:00' }, '2026-W54'))
    assert.isNull(periodNamed({ every: 'hour' }, ''))
  })

  for (const [zoneName, start, end] of [
    ['Europe/Berlin', '2026-03-01T00:00:00Z', '2026-11-30T00:00:00Z'],
    ['America/New_York', '2026-02-15T00:00:00Z', '2026-11-30T00:00:00Z'],
    ['Africa/Cairo', '2026-04-01T00:00:00Z', '2026-11-30T00:00:00Z'], // changes at midnight
  ])
    for (const time of ['00:00', '00:30', '01:30', '02:30', '23:00'])
      test(`${zoneName} at ${time}: one firing a day through both clock changes`, ({ assert }) => {
        setSetting('TZ', zoneName)
        const dues = new Map<string, Set<number>>()
        for (const now of moments(at(start), at(end), zoneName)) {
          const { key, dueAt } = newestPeriod(daily(time), now)
          assert.isAtMost(dueAt, now)
          dues.set(key, (dues.get(key) ?? new Set()).add(dueAt))
        }
        const found = [...dues.values()].map((set) => [...set])
        assert.isTrue(found.every((set) => set.length === 1))
        const gaps = found.slice(1).map(([due], i) => due - found[i][0])
        assert.isTrue(gaps.every((gap) => gap >= 22 * HOUR && gap <= 26 * HOUR))
        const days = (at(end) - at(start)) / (24 * HOUR)
        assert.closeTo(dues.size, days, 1)
      })

  test('the next one follows the newest', ({ assert }) => {
    setSetting('TZ', 'Europe/Berlin')
    const beforeChange = at('2026-03-28T12:00:00Z')
    const next = nextDueAt(daily('02:30'), beforeChange)
    assert.equal(next, at('2026-03-29T01:30:00Z'))
    assert.equal(newestPeriod(daily('02:30'), next).key, '2026-03-29')
    assert.equal(newestPeriod(daily('02:30'), next - 1).key, '2026-03-28')
  })
})
