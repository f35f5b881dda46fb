/*
 * Five schedulers, clocks moved on together: each period fires once.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { SharedClock } from '../shared_clock.js'
import { souk, until, type Environment } from '../processes.js'
import { check, close, open, options } from '../supervisor.js'

const WEEKS = options.full ? 10 : 2
const PERIOD = 7 * 86_400_000

export async function schedule(name: string, more: Environment) {
  console.log(`${name}: five schedulers over ${WEEKS} weeks`)
  const clock = new SharedClock(name)
  const market = await open(name, { ...more, ...clock.env })
  const five = Array.from({ length: 5 }, (_, i) =>
    souk.ace(`scheduler${i}`, ['scheduler:run'], market.env, market.folder).start()
  )
  /** period -> attempts; collected as they come, because the sweep itself forgets old runs */
  const runs = new Map<string, number>()
  const look = async () => {
    const done = `SELECT * FROM schedule_runs WHERE task = 'core.sweep' AND state = 'done'`
    for (const run of await market.database.rows(done))
      runs.set(run.period_key, Number(run.attempts))
  }
  const hasRun = async (weeks: number) => {
    await look()
    return runs.size >= weeks
  }
  for (let week = 0; week < WEEKS; week++) {
    if (week > 0) clock.advance(PERIOD)
    await until(`week ${week} has run`, () => hasRun(week + 1), 120_000)
  }
  await sleep(5_000) // a second firing would come by the next look, every two seconds
  await look()
  const isOnce = runs.size === WEEKS && [...runs.values()].every((attempts) => attempts === 1)
  check('one firing per period', isOnce, `${runs.size} runs of ${WEEKS} periods`)
  const took = await Promise.all(five.map((one) => one.stop('SIGTERM')))
  const slowest = Math.max(...took)
  check('SIGTERM ends a scheduler', slowest < 30_000, `${Math.round(slowest)} ms`)
  await close(market, [])
}
