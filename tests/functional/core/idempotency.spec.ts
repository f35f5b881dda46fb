import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { ignoresKey } from '#core/idempotency/routes'
import { KEYED_METHODS } from '#core/idempotency/scopes'
import SweepTask from '#core/tasks/sweep_task'
import { clock, DAY, MINUTE } from '#core/support/clock'
import { actorOfRole, logIn, PASSWORD, unique } from '#tests/helpers/actors'
import { codeSentTo } from '#tests/helpers/outbox'
import { plantJob } from '#tests/helpers/jobs'
import { endpoints } from '../../../scripts/openapi/routes.js'

const MISSING = 'job_01h455vb4pex5vsknk084sn02q'

const retry = (client: any, id: string, key: string, headers: Record<string, string>) =>
  client.post(`/api/v1/admin/jobs/${id}/retry`).headers({ ...headers, 'idempotency-key': key })

test.group('Idempotency-Key', (group) => {
  group.each.teardown(() => clock.reset())

  test('fifty repeats at once have one effect', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const id = await plantJob({ state: 'dead', attempts: 15 })
    const key = unique('key')
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => retry(client, id, key, headers))
    )
    const codes = answers.map((answer) =>
      answer.status() === 200 ? 'ok' : answer.body().errors[0].code
    )
    assert.isAtLeast(codes.filter((code) => code === 'ok').length, 1)
    assert.isTrue(codes.every((code) => code === 'ok' || code === 'E_IDEMPOTENCY_KEY_IN_USE'))
    const texts = answers.filter((answer) => answer.status() === 200).map((one) => one.text())
    assert.lengthOf(new Set(texts), 1)
    assert.lengthOf(await db.from('audit_entries').where({ subject_id: id }), 1)
  })

  test('a repeat answers byte for byte the same, marked as such', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const id = await plantJob({ state: 'dead' })
    const key = unique('key')
    const first = await retry(client, id, key, headers)
    const again = await retry(client, id, key, headers)
    first.assertStatus(200)
    again.assertStatus(200)
    assert.equal(again.text(), first.text())
    assert.isUndefined(first.header('idempotency-replayed'))
    assert.equal(again.header('idempotency-replayed'), 'true')
    const [stored] = await db.from('idempotency_keys').where({ idem_key: key })
    assert.notInclude(stored.body, id)
  })

  test('a refusal decided by the work is an answer, too', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    for (const [id, status] of [
      [await plantJob({ state: 'done' }), 409],
      [MISSING, 404],
    ] as const) {
      const key = unique('key')
      const first = await retry(client, id, key, headers)
      const again = await retry(client, id, key, headers)
      first.assertStatus(status)
      assert.equal(again.text(), first.text())
      assert.equal(again.header('idempotency-replayed'), 'true')
    }
  })

  test('another body is refused, another caller is nobody of ours', async ({ client, assert }) => {
    const [mine, theirs] = [await actorOfRole('dev'), await actorOfRole('dev')]
    const key = unique('key')
    const ask = (headers: Record<string, string>, period: string) =>
      client
        .post('/api/v1/admin/schedule-runs')
        .headers({ ...headers, 'idempotency-key': key })
        .json({ task: 'core.sweep', period })
    await db.from('schedule_runs').where({ task: 'core.sweep', period_key: '2019-W20' }).delete()
    ;(await ask(mine.headers, '2019-W20')).assertStatus(202)
    const other = await ask(mine.headers, '2019-W21')
    other.assertStatus(422)
    assert.equal(other.body().errors[0].code, 'E_IDEMPOTENCY_KEY_REUSED')
    const foreign = await ask(theirs.headers, '2019-W20')
    foreign.assertStatus(409)
    assert.equal(foreign.body().errors[0].code, 'E_SCHEDULE_RUN_EXISTS')
  })

  test('a request that was refused before any work burns no key', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const key = unique('key')
    const id = await plantJob({ state: 'dead' })
    ;(await retry(client, id, key, {})).assertStatus(401)
    const invalid = await client
      .post('/api/v1/admin/schedule-runs')
      .headers({ ...headers, 'idempotency-key': key })
      .json({})
    invalid.assertStatus(422)
    assert.lengthOf(await db.from('idempotency_keys').where({ idem_key: key }), 0)
    ;(await retry(client, id, key, headers)).assertStatus(200)
  })

  test('a crash leaves the key to the next try when its lease is over', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('dev')
    const id = await plantJob({ state: 'dead' })
    const key = unique('key')
    await retry(client, id, key, headers)
    await db.from('outbox').where({ id }).update({ state: 'dead' })
    const crashed = { state: 'started', body: null, lease_until: clock.now() + MINUTE }
    await db.from('idempotency_keys').where({ idem_key: key }).update(crashed)
    const early = await retry(client, id, key, headers)
    early.assertStatus(409)
    assert.equal(early.header('retry-after'), '1')
    clock.travel(2 * MINUTE)
    ;(await retry(client, id, key, headers)).assertStatus(200)
  })

  test('is remembered for more than a day, and forgotten after three', async ({
    client,
    assert,
  }) => {
    const { user, headers } = await actorOfRole('dev')
    const id = await plantJob({ state: 'dead' })
    const key = unique('key')
    const first = await retry(client, id, key, headers)
    first.assertStatus(200)
    const kept = () => db.from('idempotency_keys').where({ idem_key: key })
    clock.travel(DAY + MINUTE)
    await new SweepTask().run()
    assert.lengthOf(await kept(), 1)
    const again = await retry(client, id, key, (await logIn(user)).headers)
    again.assertStatus(200)
    assert.equal(again.header('idempotency-replayed'), 'true')
    assert.equal(again.text(), first.text())
    clock.travel(2 * DAY)
    await new SweepTask().run()
    assert.lengthOf(await kept(), 0)
  })

  test('refuses keys that are no keys', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    for (const key of ['x'.repeat(256), 'schl\u00fcssel']) {
      const response = await retry(client, MISSING, key, headers)
      response.assertStatus(400)
      assert.equal(response.body().errors[0].code, 'E_IDEMPOTENCY_KEY_INVALID')
    }
  })

  test('is no way around the five tries of a code', async ({ client, assert }) => {
    const email = `${unique('new')}@example.test`
    await client
      .post('/api/v1/auth/register')
      .json({ name: 'Nina', email, password: PASSWORD, role: 'client' })
    const code = await codeSentTo(email)
    for (let i = 0; i < 8; i++) {
      const wrong = String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0')
      const response = await client
        .post('/api/v1/auth/verify-email')
        .header('idempotency-key', unique('key'))
        .json({ email, code: wrong })
      response.assertStatus(422)
    }
    const { tries } = await db.from('challenges').where({ subject: email }).firstOrFail()
    assert.equal(Number(tries), 5)
  })

  test('a reused refresh token ends its session, key or not', async ({ client, assert }) => {
    const { refreshToken, sessionId } = await actorOfRole('client')
    const refresh = () =>
      client
        .post('/api/v1/auth/refresh-token')
        .header('idempotency-key', unique('key'))
        .json({ refreshToken })
    ;(await refresh()).assertStatus(200)
    clock.travel(MINUTE)
    ;(await refresh()).assertStatus(401)
    assert.isNotNull((await db.from('sessions').where({ id: sessionId }).firstOrFail()).revoked_at)
  })
})

test.group('routes without an Idempotency-Key', () => {
  test('make one account of a repeated confirmation by its code', async ({ client, assert }) => {
    const email = `${unique('new')}@example.test`
    const input = { name: 'Nina', email, password: PASSWORD, role: 'client' }
    await client.post('/api/v1/auth/register').json(input)
    const body = { email, code: await codeSentTo(email) }
    const key = unique('key')
    const confirm = () =>
      client.post('/api/v1/auth/verify-email').header('idempotency-key', key).json(body)
    ;(await confirm()).assertStatus(200)
    ;(await confirm()).assertStatus(422)
    assert.lengthOf(await db.from('users').where({ email }), 1)
    assert.lengthOf(await db.from('idempotency_keys').where({ idem_key: key }), 0)
  })

  test('hold no transaction while they hash or wait for their time to answer', async ({
    client,
    assert,
  }) => {
    const { user, headers } = await actorOfRole('client')
    const slow = [
      client.post('/api/v1/auth/forgot-password').json({ email: user.email }),
      client.post('/api/v1/auth/login').json({ email: user.email, password: 'not the password' }),
      client
        .put('/api/v1/user/change-password')
        .headers(headers)
        .json({ currentPassword: PASSWORD, newPassword: `${PASSWORD} too` }),
    ]
    for (const request of slow) {
      const key = unique('key')
      let isAnswered = false
      const answer = request.header('idempotency-key', key).then((one) => {
        isAnswered = true
        return one
      })
      let between = 0
      while (!isAnswered) {
        await write((trx) => trx.from('usage_counters').where({ subject: key }).delete())
        if (!isAnswered) between++
        await sleep(5)
      }
      assert.isBelow((await answer).status(), 500)
      assert.isAtLeast(between, 5, 'others write meanwhile, on one connection as well')
      assert.lengthOf(await db.from('idempotency_keys').where({ idem_key: key }), 0)
    }
  })

  test('log in twice with one key: each answer has its own cookies', async ({ client, assert }) => {
    const { user } = await actorOfRole('client')
    const login = { email: user.email, password: PASSWORD, transport: 'cookie' }
    const enter = () =>
      client.post('/api/v1/auth/login').header('idempotency-key', user.id).json(login)
    const [first, second] = [await enter(), await enter()]
    for (const answer of [first, second]) {
      answer.assertStatus(200)
      assert.isUndefined(answer.header('idempotency-replayed'))
      assert.isDefined(answer.header('set-cookie'))
    }
  })

  test('are all that a guest may write to, and all that give out recovery codes', ({ assert }) => {
    const guests = endpoints().filter(
      ({ method, audiences }) =>
        KEYED_METHODS.includes(method) &&
        audiences.includes('public') &&
        !audiences.includes('user')
    )
    const keyed = guests.filter(({ name }) => !ignoresKey(name)).map(({ name }) => name)
    assert.deepEqual(keyed, [])
    for (const name of ['auth.recovery_codes.store', 'auth.second_factor_settings.update'])
      assert.isTrue(ignoresKey(name), name)
  })
})
