import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { onWake } from '#core/outbox/wake'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { jobRow, plantJob } from '#tests/helpers/jobs'
import { submittedPartner } from '#tests/helpers/partners'

const DRY = { 'x-dry-run': '1' }

/** How many rows these tables hold, by name. */
async function counts(...tables: string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const table of tables) {
    const [{ total }] = await db.from(table).count('* as total')
    found[table] = Number(total)
  }
  return found
}

test.group('X-Dry-Run', () => {
  test('a decision is made, told and undone: no change, no mail, no audit line', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('admin')
    const partner = await submittedPartner()
    const tables = ['outbox', 'email_logs', 'notifications', 'audit_entries'] as const
    const before = await counts(...tables)
    const woken: string[] = []
    const stop = onWake(({ id }) => woken.push(id))

    const decide = (extra: Record<string, string>) =>
      client
        .put(`/api/v1/admin/verify/${partner.partnerId}`)
        .headers({ ...headers, ...extra })
        .json({ decision: 'approve' })
    const trial = await decide(DRY)
    stop()

    trial.assertStatus(200)
    assert.equal(trial.header('x-dry-run'), 'rolled back')
    assert.deepEqual(trial.body().meta.dryRun, {
      status: 200,
      changes: [
        {
          action: 'partner.approved',
          subject: { type: 'partner', id: partner.partnerId },
          before: { status: 'submitted' },
          after: { status: 'approved' },
        },
      ],
    })
    assert.deepEqual(await counts(...tables), before)
    assert.isEmpty(woken)
    const stored = await db.from('partners').where({ id: partner.partnerId }).firstOrFail()
    assert.equal(stored.status, 'submitted')

    const real = await decide({})
    real.assertStatus(200)
    assert.sameMembers(Object.keys(real.body().data), Object.keys(trial.body().data))
    assert.equal(trial.body().data.status, 'approved')
    assert.isUndefined(real.header('x-dry-run'))
    assert.notDeepEqual(await counts(...tables), before)
  })

  test('uses up no idempotency key', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const id = await plantJob({ state: 'dead', attempts: 15 })
    const key = unique('key')
    const retry = (extra: Record<string, string>) =>
      client
        .post(`/api/v1/admin/jobs/${id}/retry`)
        .headers({ ...headers, 'idempotency-key': key, ...extra })
    ;(await retry(DRY)).assertStatus(200)
    ;(await retry(DRY)).assertStatus(200)
    assert.lengthOf(await db.from('idempotency_keys').where({ idem_key: key }), 0)
    assert.equal((await jobRow(id)).state, 'dead')

    const real = await retry({})
    real.assertStatus(200)
    assert.isUndefined(real.header('idempotency-replayed'))
    assert.equal((await jobRow(id)).state, 'pending')
  })

  test('a refusal is the one that the write would meet', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const done = await plantJob({ state: 'done' })
    const refused = await client
      .post(`/api/v1/admin/jobs/${done}/retry`)
      .headers({ ...headers, ...DRY })
    refused.assertStatus(409)
    assert.equal(refused.header('x-dry-run'), 'rolled back')
    const invalid = await client
      .post('/api/v1/admin/schedule-runs')
      .headers({ ...headers, ...DRY })
      .json({})
    invalid.assertStatus(422)
  })

  test('a write without an answer tells its changes, too', async ({ client, assert }) => {
    const { headers } = await actorOfRole('senior_admin')
    const agent = await actorOfRole('agent')
    const trial = await client
      .delete(`/api/v1/admin/users/${agent.user.id}`)
      .headers({ ...headers, ...DRY })
    trial.assertStatus(200)
    const { data, meta } = trial.body()
    assert.isNull(data)
    assert.equal(meta.dryRun.status, 204)
    assert.deepEqual(
      meta.dryRun.changes.map((change: { action: string }) => change.action),
      ['staff_account.deactivated']
    )
    // the sessions of the account were ended, and are not
    const profile = await client.get('/api/v1/user/profile').headers(agent.headers)
    profile.assertStatus(200)
  })

  test('a category that was only tried is in nobody’s tree', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const name = unique('Tried ')
    const create = (extra: Record<string, string>) =>
      client
        .post('/api/v1/admin/categories')
        .headers({ ...headers, ...extra })
        .json({ name })
    const trial = await create(DRY)
    trial.assertStatus(201)
    assert.equal(trial.body().data.name, name)
    const tree = await client.get('/api/v1/categories')
    assert.notInclude(tree.text(), name)
    ;(await create({})).assertStatus(201)
  })

  test('is refused, not ignored, where it is not offered', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const staff = await actorOfRole('dev')
    const id = await plantJob({ state: 'dead' })
    const answers = [
      await client
        .put('/api/v1/user/preferences')
        .headers({ ...person.headers, ...DRY })
        .json({ language: 'fr' }),
      await client
        .put('/api/v1/user/preferences')
        .headers({ ...staff.headers, ...DRY })
        .json({ language: 'fr' }),
      await client.post('/api/v1/auth/logout').headers({ ...staff.headers, ...DRY }),
      await client
        .post(`/api/v1/admin/jobs/${id}/retry`)
        .headers({ ...staff.headers, 'x-dry-run': 'yes' }),
    ]
    for (const answer of answers) {
      answer.assertStatus(400)
      assert.equal(answer.body().errors[0].code, 'E_DRY_RUN_NOT_OFFERED')
      assert.isUndefined(answer.header('x-dry-run'))
    }
    assert.equal((await jobRow(id)).state, 'dead')
    ;(await client.get('/api/v1/user/profile').headers(staff.headers)).assertStatus(200)
  })

  test('is open to nobody whom the write is not open to', async ({ client }) => {
    const { headers } = await actorOfRole('client')
    const url = `/api/v1/admin/jobs/${await plantJob({ state: 'dead' })}/retry`
    ;(await client.post(url).headers(DRY)).assertStatus(401)
    ;(await client.post(url).headers({ ...headers, ...DRY })).assertStatus(403)
  })

  test('the OpenAPI document announces it, in general and on each write of staff', async ({
    client,
    assert,
  }) => {
    const { info, paths } = (await client.get('/api/v1/openapi.json')).body()
    assert.isTrue(info['x-dry-run'])
    const offered = (operation: { parameters: { name: string }[] }) =>
      operation.parameters.some(({ name }) => name === 'X-Dry-Run')
    assert.isTrue(offered(paths['/api/v1/admin/users/{userId}'].delete))
    assert.isFalse(offered(paths['/api/v1/user/preferences'].put))
    assert.isFalse(offered(paths['/api/v1/admin/users'].get))
    // what happens at a gateway cannot be rolled back
    assert.isFalse(offered(paths['/api/v1/payments/links'].post))
  })
})
