import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write, type Transaction } from '#core/database/write'
import { Job, TransactionalJob, type Delivery } from '#core/outbox/job'
import { outbox } from '#core/outbox/outbox'
import { swapHandler } from '#core/outbox/registry'
import { claimAndRun } from '#core/queue/run_job'
import { TableWorker } from '#core/queue/worker'
import { clock, HOUR, MINUTE, SECOND } from '#core/support/clock'
import { unique } from '#tests/helpers/actors'
import { jobRow, plantJob } from '#tests/helpers/jobs'

interface Payload {
  subject: string
}

/** Counts its runs in the table: its whole effect. */
class CountingJob extends TransactionalJob<Payload> {
  async run({ subject }: Payload, trx: Transaction) {
    await trx
      .from('usage_counters')
      .where({ subject })
      .update({ used: trx.raw('used + 1') })
  }
}

async function subjectOfCounter(): Promise<string> {
  const subject = unique('job')
  await db
    .table('usage_counters')
    .insert({ subject, kind: 'test', window_no: 0, used: 0, expires_at: 1 })
  return subject
}

const plantFor = (subject: string, values = {}) =>
  plantJob({ payload: JSON.stringify({ subject }), ...values })

const usedBy = async (subject: string) =>
  Number((await db.from('usage_counters').where({ subject }).firstOrFail()).used)

test.group('claimAndRun', (group) => {
  group.each.teardown(() => clock.reset())

  test('twenty workers told of one job run it once', async ({ assert, cleanup }) => {
    cleanup(swapHandler('notifications.send_email', CountingJob))
    const subject = await subjectOfCounter()
    const id = await plantFor(subject)
    const got = await Promise.all(Array.from({ length: 20 }, () => claimAndRun(id)))
    assert.lengthOf(got.filter(Boolean), 1)
    assert.equal(await usedBy(subject), 1)
    const row = await jobRow(id)
    assert.equal(row.state, 'done')
    assert.equal(Number(row.attempts), 1)
  })

  test('a worker whose lease was taken changes nothing', async ({ assert, cleanup }) => {
    class RobbedJob extends CountingJob {
      async handle(payload: Payload, delivery: Delivery) {
        await db.from('outbox').where({ id: delivery.id }).update({ lease_token: 'thief' })
        await super.handle(payload, delivery)
      }
    }
    cleanup(swapHandler('notifications.send_email', RobbedJob))
    const subject = await subjectOfCounter()
    const id = await plantFor(subject)
    await claimAndRun(id)
    assert.equal(await usedBy(subject), 0)
    assert.equal((await jobRow(id)).state, 'pending')
  })

  test('a crashed job is run again when its lease ends, not before', async ({
    assert,
    cleanup,
  }) => {
    cleanup(swapHandler('notifications.send_email', CountingJob))
    const subject = await subjectOfCounter()
    const crashed = { attempts: 1, lease_token: 'gone', lease_until: clock.now() + MINUTE }
    const id = await plantFor(subject, crashed)
    assert.isFalse(await claimAndRun(id))
    clock.travel(MINUTE + SECOND)
    assert.isTrue(await claimAndRun(id))
    assert.equal(await usedBy(subject), 1)
    assert.equal(Number((await jobRow(id)).attempts), 2)
  })

  test('failures wait longer each time, then the job is dead and visible', async ({
    assert,
    cleanup,
  }) => {
    class FailingJob extends Job {
      static maxAttempts = 4
      async handle() {
        throw new Error(`refused ${'k'.repeat(50)}`)
      }
    }
    cleanup(swapHandler('notifications.send_email', FailingJob))
    const id = await plantFor('nobody')
    for (const base of [5, 10, 20]) {
      const before = clock.now()
      await claimAndRun(id)
      const after = clock.now()
      const row = await jobRow(id)
      assert.equal(row.state, 'pending')
      assert.equal(row.last_error, 'refused [secret]')
      const waits = (Number(row.available_at) - before) / SECOND
      assert.isAtLeast(waits, base * 0.75)
      assert.isAtMost((Number(row.available_at) - after) / SECOND, base * 1.25)
      assert.isFalse(await claimAndRun(id))
      clock.travel(Math.ceil(waits) * SECOND + SECOND)
    }
    await claimAndRun(id)
    const dead = await jobRow(id)
    assert.equal(dead.state, 'dead')
    assert.isNotNull(dead.dead_at)
    clock.travel(HOUR)
    assert.isFalse(await claimAndRun(id))
  })

  test('a job that kills its process runs out of attempts', async ({ assert, cleanup }) => {
    let runs = 0
    class KillerJob extends Job {
      async handle() {
        runs++
      }
    }
    cleanup(swapHandler('notifications.send_email', KillerJob))
    const id = await plantFor('nobody', { attempts: 15, lease_token: 'killed' })
    await claimAndRun(id)
    assert.equal(runs, 0)
    assert.equal((await jobRow(id)).state, 'dead')
  })

  test('a job that nobody knows is put aside', async ({ assert }) => {
    const id = await plantJob({ name: 'nobody.knows_this' })
    await claimAndRun(id)
    assert.equal((await jobRow(id)).state, 'dead')
  })
})

test.group('outbox', () => {
  test('a write that is rolled back leaves no job', async ({ assert }) => {
    const subject = unique()
    await Promise.all(
      Array.from({ length: 50 }, () =>
        write(async (trx) => {
          await outbox.dispatch(trx, 'notifications.send_email', { subject })
          throw new Error('no')
        }).catch(() => {})
      )
    )
    assert.lengthOf(await db.from('outbox').where('payload', 'like', `%${subject}%`), 0)
  })

  test('one of fifty jobs with the same key is written', async ({ assert }) => {
    const dedupeKey = unique('key')
    const ids = await Promise.all(
      Array.from({ length: 50 }, () =>
        write((trx) => outbox.dispatch(trx, 'notifications.send_email', {}, { dedupeKey }))
      )
    )
    assert.lengthOf(ids.filter(Boolean), 1)
  })

  test('refuses a name that no file makes', async ({ assert }) => {
    await assert.rejects(() => write((trx) => outbox.dispatch(trx, 'nobody.knows', {})), /no job/)
  })
})

test.group('TableWorker', () => {
  test('four workers do 100 jobs once each, and a slow one holds up nobody', async ({
    assert,
    cleanup,
  }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    class MixedJob extends CountingJob {
      async handle(payload: Payload, delivery: Delivery) {
        if (payload.subject === 'slow') await held
        else await super.handle(payload, delivery)
      }
    }
    cleanup(swapHandler('notifications.send_email', MixedJob))
    const queue = unique('q')
    const subject = await subjectOfCounter()
    const slow = await plantFor('slow', { queue })
    for (let i = 0; i < 100; i++) await plantFor(subject, { queue })

    const workers = Array.from({ length: 4 }, () => new TableWorker({ queues: [queue] }))
    for (const worker of workers) worker.start()
    while ((await usedBy(subject)) < 100) await new Promise((resolve) => setTimeout(resolve, 20))
    assert.equal((await jobRow(slow)).state, 'pending')
    release()
    await Promise.all(workers.map((worker) => worker.stop()))
    assert.equal((await jobRow(slow)).state, 'done')
    assert.equal(await usedBy(subject), 100)
  }).timeout(120_000)
})
