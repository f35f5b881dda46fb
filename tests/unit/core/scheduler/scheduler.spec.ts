import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Scheduler } from '#core/scheduler/scheduler'
import type { TaskEntry, TaskRun } from '#core/scheduler/task'
import { clock, DAY, MINUTE } from '#core/support/clock'
import { unique } from '#tests/helpers/actors'

function taskThat(run: (run: TaskRun) => Promise<void>, entry: Partial<TaskEntry> = {}): TaskEntry {
  class TestTask {
    run = run
  }
  return {
    name: unique('test.task_'),
    schedule: { every: 'minutes', count: 1 },
    load: async () => ({ default: TestTask }),
    catchUp: 'each',
    ...entry,
  }
}

const runsOf = ({ name }: TaskEntry) =>
  db.from('schedule_runs').where({ task: name }).orderBy('due_at')

test.group('Scheduler', (group) => {
  group.each.teardown(() => clock.reset())

  test('five at once fire each period once', async ({ assert }) => {
    const fired: string[] = []
    const task = taskThat(async ({ periodKey }) => void fired.push(periodKey))
    for (let minute = 0; minute < 10; minute++) {
      const five = Array.from({ length: 5 }, () => new Scheduler([task]))
      await Promise.all(five.map((scheduler) => scheduler.tick()))
      clock.travel(MINUTE)
    }
    assert.lengthOf(fired, 10)
    assert.lengthOf(new Set(fired), 10)
    assert.isTrue((await runsOf(task)).every((run) => run.state === 'done'))
  })

  test('missed days are caught up oldest first, at most seven', async ({ assert }) => {
    const fired: string[] = []
    const task = taskThat(async ({ periodKey }) => void fired.push(periodKey), {
      schedule: { every: 'day', at: '00:00' },
    })
    await new Scheduler([task]).tick()
    clock.travel(3 * DAY)
    await new Scheduler([task]).tick()
    assert.lengthOf(fired, 4)
    assert.deepEqual(fired, fired.toSorted())
    clock.travel(30 * DAY)
    await new Scheduler([task]).tick()
    assert.lengthOf(fired, 11)
  })

  test('a task that only cares for now skips what was missed', async ({ assert }) => {
    let fired = 0
    const task = taskThat(async () => void fired++, {
      schedule: { every: 'day', at: '00:00' },
      catchUp: 'newest',
    })
    await new Scheduler([task]).tick()
    clock.travel(5 * DAY)
    await new Scheduler([task]).tick()
    assert.equal(fired, 2)
  })

  test('runs of one task never overlap', async ({ assert }) => {
    let [running, most, fired] = [0, 0, 0]
    const task = taskThat(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 60))
      running--
      fired++
    })
    const ticks: Promise<void>[] = []
    for (let minute = 0; minute < 5; minute++) {
      ticks.push(new Scheduler([task]).tick(), new Scheduler([task]).tick())
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    await Promise.all(ticks)
    assert.equal(most, 1)
    assert.isAtLeast(fired, 1)
  })

  test('a crashed run is taken over from its cursor when its lease ends', async ({ assert }) => {
    const cursors: (string | null)[] = []
    const task = taskThat(async ({ cursor }) => void cursors.push(cursor))
    const now = clock.now()
    await db.table('schedule_leases').insert({
      task: task.name,
      lease_token: 'crashed',
      lease_until: now + MINUTE,
    })
    await db.table('schedule_runs').insert({
      task: task.name,
      period_key: 'crashed',
      due_at: now,
      state: 'running',
      attempts: 1,
      cursor: '500',
      created_at: now,
    })
    await new Scheduler([task]).tick()
    assert.deepEqual(cursors, [])
    clock.travel(MINUTE)
    await new Scheduler([task]).tick()
    assert.equal(cursors[0], '500')
  })

  test('a run that lost its lease can write nothing any more', async ({ assert }) => {
    const task = taskThat(async (run) => {
      await db
        .from('schedule_leases')
        .where({ task: task.name })
        .update({ lease_token: 'thief', lease_until: clock.now() + MINUTE })
      await run.save('1')
    })
    await new Scheduler([task]).tick()
    const [run] = await runsOf(task)
    assert.equal(run.state, 'running')
    assert.isNull(run.cursor)
  })

  test('a run that fails is tried five times, then has failed', async ({ assert }) => {
    let tries = 0
    const task = taskThat(
      async () => {
        tries++
        throw new Error(`no ${'x'.repeat(50)}`)
      },
      { schedule: { every: 'day', at: '00:00' } }
    )
    for (let i = 0; i < 8; i++) await new Scheduler([task]).tick()
    const [run] = await runsOf(task)
    assert.equal(tries, 5)
    assert.equal(run.state, 'failed')
    assert.equal(run.last_error, 'no [secret]')
  })

  test('a run that kills its process runs out of attempts, too', async ({ assert }) => {
    let tries = 0
    const task = taskThat(async () => void tries++)
    await db.table('schedule_runs').insert({
      task: task.name,
      period_key: 'killer',
      due_at: clock.now(),
      state: 'running',
      attempts: 5,
      created_at: clock.now(),
    })
    await new Scheduler([task]).tick()
    const run = (await runsOf(task)).find((row) => row.period_key === 'killer')
    assert.equal(run.state, 'failed')
    assert.equal(tries, 0)
  })
})
