import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, DAY } from '#core/support/clock'
import SweepTask from '#core/tasks/sweep_task'
import { actorOfRole, unique } from '#tests/helpers/actors'

/** A row of a table, of the age that is asked for; `key` tells it from the others. */
interface Kind {
  table: string
  key: string
  /** @param at epoch ms; when it was made, or when it ends */
  row: (name: string, at: number) => object
  /** days: what is older (or ended longer ago) goes */
  keptFor: number
}

const message = { template: 'code', template_version: 1, body: 'a code', status: 'sent' }

async function kinds(): Promise<Kind[]> {
  const { user, sessionId } = await actorOfRole('client')
  return [
    {
      table: 'challenges',
      key: 'id',
      keptFor: 30,
      row: (id, at) => ({
        ...{ id, purpose: 'email', subject: id, secret_hash: 'x'.repeat(64) },
        ...{ expires_at: at, created_at: at },
      }),
    },
    {
      table: 'email_logs',
      key: 'id',
      keptFor: 30,
      row: (id, at) => ({
        ...{ id, to_address: 'nobody@example.test', subject: 'A code', message_id: id },
        ...{ ...message, created_at: at },
      }),
    },
    {
      table: 'sms_logs',
      key: 'id',
      keptFor: 30,
      row: (id, at) => ({ id, to_number: '+4915112345678', ...message, created_at: at }),
    },
    {
      table: 'outbox',
      key: 'id',
      keptFor: 14,
      row: (id, at) => ({
        ...{ id, name: 'nobody.does_this', queue: 'default', payload: '{}', dedupe_key: id },
        ...{ state: 'done', available_at: at, created_at: at },
      }),
    },
    {
      table: 'idempotency_keys',
      key: 'id',
      keptFor: 0,
      row: (id, at) => ({
        ...{ id, scope: id, idem_key: id, request_hash: id, state: 'finished' },
        ...{ lease_token: id, lease_until: at, expires_at: at, created_at: at },
      }),
    },
    {
      table: 'refresh_tokens',
      key: 'token_hash',
      keptFor: 0,
      row: (hash, at) => ({
        token_hash: hash,
        session_id: sessionId,
        expires_at: at,
        created_at: at,
      }),
    },
    {
      table: 'known_devices',
      key: 'token_hash',
      keptFor: 0,
      row: (hash, at) => ({
        ...{ token_hash: hash, user_id: user.id, last_seen_at: at },
        ...{ expires_at: at, created_at: at },
      }),
    },
    {
      table: 'used_id_tokens',
      key: 'token_hash',
      keptFor: 0,
      row: (hash, at) => ({ token_hash: hash, expires_at: at }),
    },
    {
      table: 'usage_counters',
      key: 'subject',
      keptFor: 0,
      row: (subject, at) => ({ subject, kind: 'test', window_no: 1, used: 1, expires_at: at }),
    },
    {
      table: 'schedule_runs',
      key: 'period_key',
      keptFor: 14,
      row: (name, at) => ({
        ...{ task: 'nobody.does_this', period_key: name, due_at: at, state: 'done' },
        ...{ finished_at: at, created_at: at },
      }),
    },
  ]
}

test.group('core.sweep', () => {
  test('takes out what has served, and nothing else', async ({ assert }) => {
    const all = await kinds()
    const named = all.map((kind) => ({ ...kind, old: unique('o'), young: unique('y') }))
    for (const { table, row, keptFor, old, young } of named) {
      const edge = clock.now() - keptFor * DAY
      await db.table(table).insert(row(old, edge - 1_000))
      await db.table(table).insert(row(young, edge + 60_000))
    }
    const waiting = unique('w')
    const { row } = all.find(({ table }) => table === 'outbox')!
    await db.table('outbox').insert({ ...row(waiting, clock.now() - 90 * DAY), state: 'dead' })

    await new SweepTask().run()

    for (const { table, key, old, young } of named) {
      const left = await db.from(table).whereIn(key, [old, young]).select(key)
      assert.deepEqual(
        left.map((one) => one[key]),
        [young],
        table
      )
    }
    const dead = await db.from('outbox').where('id', waiting)
    assert.lengthOf(dead, 1, 'a job that was never done')
    await db.from('outbox').where('id', waiting).delete()
  })

  test('keeps the messages of those who have an account', async ({ assert }) => {
    const { user } = await actorOfRole('client')
    const id = unique('m')
    const old = { created_at: clock.now() - 90 * DAY, ...message }
    await db.table('sms_logs').insert({ id, user_id: user.id, to_number: '+4915112345678', ...old })
    await new SweepTask().run()
    assert.lengthOf(await db.from('sms_logs').where('id', id), 1)
  })
})
