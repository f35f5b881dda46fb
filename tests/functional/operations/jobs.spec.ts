import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, HOUR, MINUTE } from '#core/support/clock'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { jobRow, plantJob } from '#tests/helpers/jobs'

test.group('operations.staff.jobs.index', () => {
  test('is for staff who operate the system', async ({ client }) => {
    const url = '/api/v1/admin/jobs'
    ;(await client.get(url)).assertStatus(401)
    for (const role of ['client', 'partner', 'agent', 'hr', 'admin'] as const)
      (await client.get(url).headers((await actorOfRole(role)).headers)).assertStatus(403)
    for (const role of ['dev', 'senior_dev', 'senior_admin'] as const)
      (await client.get(url).headers((await actorOfRole(role)).headers)).assertStatus(200)
  })

  test('counts each queue and tells states apart', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const queue = unique('q')
    const now = clock.now()
    const ids = {
      waiting: await plantJob({ queue }),
      active: await plantJob({ queue, lease_until: now + MINUTE, attempts: 1 }),
      delayed: await plantJob({ queue, available_at: now + HOUR }),
      failed: await plantJob({ queue, state: 'dead', dead_at: now, last_error: 'no' }),
      done: await plantJob({ queue, state: 'done', done_at: now }),
    }
    const all = await client.get('/api/v1/admin/jobs').qs({ queue }).headers(headers)

    all.assertStatus(200)
    assert.deepEqual(
      all.body().data.map((job: any) => job.id),
      Object.values(ids).sort().reverse()
    )
    const counts = all.body().meta.queues.find((counted: any) => counted.queue === queue)
    assert.deepEqual(counts, { queue, waiting: 1, active: 1, delayed: 1, failed: 1 })
    for (const [state, id] of Object.entries(ids)) {
      const some = await client.get('/api/v1/admin/jobs').qs({ queue, state }).headers(headers)
      assert.deepEqual(
        some.body().data.map((job: any) => [job.id, job.state]),
        [[id, state]]
      )
    }
    await db.from('outbox').where({ queue }).delete()
  })

  test('hands out pages that neither repeat nor miss a job', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const queue = unique('q')
    for (let i = 0; i < 7; i++) await plantJob({ queue, state: 'done' })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const response = await client
        .get('/api/v1/admin/jobs')
        .qs({ queue, limit: 3, ...(cursor ? { cursor } : {}) })
        .headers(headers)
      seen.push(...response.body().data.map((job: any) => job.id))
      cursor = response.body().meta.nextCursor
    } while (cursor)

    assert.lengthOf(seen, 7)
    assert.lengthOf(new Set(seen), 7)
  })

  test('names what is wrong with a filter', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const response = await client
      .get('/api/v1/admin/jobs')
      .qs({ state: 'lost', limit: 1000, queue: 'x'.repeat(41) })
      .headers(headers)
    response.assertStatus(422)
    const fields = response.body().errors.map((error: any) => error.field)
    assert.includeMembers(fields, ['state', 'limit', 'queue'])
    const forged = await client.get('/api/v1/admin/jobs').qs({ cursor: 'eA' }).headers(headers)
    forged.assertStatus(400)
  })
})

test.group('operations.staff.job_retries.store', () => {
  test('gives a failed job its attempts again, and writes it down', async ({ client, assert }) => {
    const { user, headers } = await actorOfRole('dev')
    const id = await plantJob({ state: 'dead', dead_at: 1, attempts: 15, last_error: 'no' })
    const response = await client.post(`/api/v1/admin/jobs/${id}/retry`).headers(headers)

    response.assertStatus(200)
    assert.equal(response.body().data.state, 'waiting')
    assert.equal(response.body().data.attempts, 0)
    const entry = await db.from('audit_entries').where({ subject_id: id }).firstOrFail()
    assert.equal(entry.actor_id, user.id)
    assert.equal(entry.action, 'job.retried')
    await db.from('outbox').where({ id }).delete()
  })

  test('twenty retries at once revive it once', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const id = await plantJob({ state: 'dead', attempts: 15 })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        client.post(`/api/v1/admin/jobs/${id}/retry`).headers(headers)
      )
    )
    const statuses = answers.map((answer) => answer.status()).sort()
    assert.deepEqual(statuses, [200, ...Array.from({ length: 19 }, () => 409)])
    assert.lengthOf(await db.from('audit_entries').where({ subject_id: id }), 1)
    await db.from('outbox').where({ id }).delete()
  })

  test('refuses a job that has not failed, and one that is not there', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('dev')
    const id = await plantJob({ state: 'done' })
    const done = await client.post(`/api/v1/admin/jobs/${id}/retry`).headers(headers)
    done.assertStatus(409)
    assert.equal(done.body().errors[0].code, 'E_JOB_NOT_FAILED')
    assert.equal((await jobRow(id)).state, 'done')

    const missing = '/api/v1/admin/jobs/job_01h455vb4pex5vsknk084sn02q/retry'
    ;(await client.post(missing).headers(headers)).assertStatus(404)
    ;(await client.post('/api/v1/admin/jobs/nonsense/retry').headers(headers)).assertStatus(404)
    ;(await client.post(missing)).assertStatus(401)
    const agent = await actorOfRole('agent')
    ;(await client.post(missing).headers(agent.headers)).assertStatus(403)
  })
})
