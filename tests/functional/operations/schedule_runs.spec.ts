import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Scheduler } from '#core/scheduler/scheduler'
import { scheduledTasks } from '#start/scheduler'
import { actorOfRole } from '#tests/helpers/actors'

const url = '/api/v1/admin/schedule-runs'
const task = 'core.sweep'

function forget(period: string) {
  return db.from('schedule_runs').where({ task, period_key: period }).delete()
}

test.group('operations.staff.schedule_runs.index', () => {
  test('is for staff who operate the system', async ({ client }) => {
    ;(await client.get(url)).assertStatus(401)
    for (const role of ['client', 'partner', 'agent', 'admin'] as const)
      (await client.get(url).headers((await actorOfRole(role)).headers)).assertStatus(403)
  })

  test('lists every task with its schedule, and the runs', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    await forget('2020-W10')
    await client.post(url).json({ task, period: '2020-W10' }).headers(headers)
    const response = await client.get(url).qs({ task, limit: 100 }).headers(headers)

    response.assertStatus(200)
    const { data, meta } = response.body()
    assert.sameMembers(
      meta.tasks.map((entry: any) => entry.name),
      scheduledTasks.map((entry) => entry.name)
    )
    const sweep = meta.tasks.find((entry: any) => entry.name === task)
    assert.equal(sweep.schedule, 'every Sunday at 02:00')
    assert.isAbove(new Date(sweep.nextRunAt).getTime(), Date.now())
    const run = data.find((entry: any) => entry.period === '2020-W10')
    assert.include(run, { task, state: 'due', dueAt: '2020-03-08T02:00:00.000Z' })
    const failed = await client.get(url).qs({ state: 'failed', task }).headers(headers)
    assert.isTrue(failed.body().data.every((entry: any) => entry.state === 'failed'))
    const wrong = await client.get(url).qs({ state: 'lost' }).headers(headers)
    wrong.assertStatus(422)
    await forget('2020-W10')
  })
})

test.group('operations.staff.schedule_runs.store', () => {
  test('runs a task for a period once, and again only after it failed', async ({
    client,
    assert,
  }) => {
    const { user, headers } = await actorOfRole('dev')
    const period = '2020-W11'
    await forget(period)
    const body = { task, period }
    const first = await client.post(url).json(body).headers(headers)
    first.assertStatus(202)
    assert.equal(first.body().data.state, 'due')
    ;(await client.post(url).json(body).headers(headers)).assertStatus(409)

    await new Scheduler(scheduledTasks.filter((entry) => entry.name === task)).tick()
    const run = await db.from('schedule_runs').where({ task, period_key: period }).firstOrFail()
    assert.equal(run.state, 'done')
    const after = await client.post(url).json(body).headers(headers)
    after.assertStatus(409)
    assert.equal(after.body().errors[0].code, 'E_SCHEDULE_RUN_EXISTS')

    await db
      .from('schedule_runs')
      .where({ task, period_key: period })
      .update({ state: 'failed', attempts: 5 })
    const repeat = await client.post(url).json(body).headers(headers)
    repeat.assertStatus(202)
    assert.equal(repeat.body().data.attempts, 0)
    const entries = await db
      .from('audit_entries')
      .where({ actor_id: user.id, action: 'schedule_run.requested' })
    assert.lengthOf(entries, 2)
    await forget(period)
  })

  test('twenty requests at once make one run', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const period = '2020-W12'
    await forget(period)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.post(url).json({ task, period }).headers(headers))
    )
    const statuses = answers.map((answer) => answer.status()).sort()
    assert.deepEqual(statuses, [202, ...Array.from({ length: 19 }, () => 409)])
    await forget(period)
  })

  test('names an unknown task, a foreign period and one to come', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const nextYear = new Date().getFullYear() + 1
    for (const [body, field] of [
      [{ task: 'core.nothing' }, 'task'],
      [{}, 'task'],
      [{ task, period: '2020-03-08' }, 'period'],
      [{ task, period: '2020-W54' }, 'period'],
      [{ task, period: '\u0000' }, 'period'],
      [{ task, period: `${nextYear}-W30` }, 'period'],
    ] as const) {
      const response = await client.post(url).json(body).headers(headers)
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, field)
    }
    ;(await client.post(url).json({ task })).assertStatus(401)
    const agent = await actorOfRole('agent')
    ;(await client.post(url).json({ task }).headers(agent.headers)).assertStatus(403)
  })
})
