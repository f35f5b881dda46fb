import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { actorFrom } from '#tests/helpers/audit'
import { isSqlite, planOf } from '#tests/helpers/plans'

const url = '/api/v1/admin/action-logs'

function plant(actor: Actor | null, action: string, subjectId: string) {
  return write((trx) =>
    recordAudit(trx, {
      actor,
      action,
      subject: { type: 'partner', id: subjectId },
      before: { status: 'submitted' },
      after: { status: 'approved' },
      reason: 'papers in order',
    })
  )
}

test.group('audit.staff.action_logs.index', (group) => {
  group.each.teardown(() => clock.reset())

  test('is for staff who may read the audit trail', async ({ client }) => {
    ;(await client.get(url)).assertStatus(401)
    for (const role of ['client', 'partner', 'agent', 'hr', 'dev'] as const)
      (await client.get(url).headers((await actorOfRole(role)).headers)).assertStatus(403)
    for (const role of ['senior_dev', 'admin', 'senior_admin'] as const)
      (await client.get(url).headers((await actorOfRole(role)).headers)).assertStatus(200)
  })

  test('tells who did what to whom', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const subjectId = unique('prt_')
    await plant(actorFrom(admin), 'partner.approved', subjectId)
    const response = await client.get(url).qs({ subjectId }).headers(admin.headers)

    const { id, createdAt, ...entry } = response.body().data[0]
    assert.match(id, /^\d+$/)
    assert.isNotNaN(Date.parse(createdAt))
    assert.deepEqual(entry, {
      actor: { id: admin.user.id, name: admin.user.name, role: 'admin' },
      impersonator: null,
      person: null,
      isErased: false,
      action: 'partner.approved',
      subject: { type: 'partner', id: subjectId },
      before: { status: 'submitted' },
      after: { status: 'approved' },
      reason: 'papers in order',
      ip: '192.0.2.7',
      requestId: 'test-request',
    })
  })

  test('filters by actor, action, subject and time, newest first', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const actor = actorFrom(admin)
    const [subjectId, action] = [unique('prt_'), `partner.${unique('tested_')}`]
    for (let i = 0; i < 5; i++) await plant(i < 3 ? actor : null, action, subjectId)
    const ask = async (qs: Record<string, unknown>) => {
      const response = await client.get(url).qs(qs).headers(admin.headers)
      response.assertStatus(200)
      return response.body()
    }

    const all = (await ask({ action })).data
    assert.lengthOf(all, 5)
    const order = all.map((entry: any) => Number(entry.id))
    assert.deepEqual(
      order,
      order.toSorted((a: number, b: number) => b - a)
    )
    assert.isNull(all[0].actor)
    assert.lengthOf((await ask({ actorId: admin.user.id, action })).data, 3)
    const until = new Date(Date.parse(all.at(-1).createdAt)).toISOString()
    assert.lengthOf((await ask({ action, until })).data, 0)
    assert.lengthOf((await ask({ action, since: until })).data, 5)

    const first = await ask({ subjectId, limit: 2 })
    const second = await ask({ subjectId, limit: 2, cursor: first.meta.nextCursor })
    const third = await ask({ subjectId, limit: 2, cursor: second.meta.nextCursor })
    const paged = [first, second, third].flatMap((page) => page.data.map((entry: any) => entry.id))
    assert.deepEqual(
      paged,
      all.map((entry: any) => entry.id)
    )
    assert.isNull(third.meta.nextCursor)
  })

  test('names what is wrong with a filter', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const response = await client
      .get(url)
      .qs({ since: 'yesterday', until: '2026-02-30T99:00Z', actorId: 'me', limit: 0 })
      .headers(headers)
    response.assertStatus(422)
    const fields = response.body().errors.map((error: any) => error.field)
    assert.sameMembers(fields, ['since', 'until', 'actorId', 'limit'])
  })

  test('every filter reads from an index', async ({ assert }) => {
    const batch = (first: number) =>
      Array.from({ length: 250 }, (_, i) => first + i).map((i) => ({
        actor_id: `x${i}`,
        action: `x.${i}`,
        noun: `x${i}`,
        person_id: `x${i}`,
        impersonator_id: `x${i}`,
        ip: `x${i}`,
        request_id: `x${i}`,
        subject_type: 'x',
        subject_id: `x${i}`,
        created_at: i,
      }))
    for (const first of [0, 250, 500, 750])
      await db.table('audit_entries').multiInsert(batch(first))
    // of a table this small MySQL prefers to sort everything, so there only filters are looked at
    const filters = [
      ...(isSqlite() ? [{}] : []),
      { actor_id: 'x' },
      { action: 'x' },
      { subject_id: 'x' },
      { noun: 'x' },
      { person_id: 'x' },
      { impersonator_id: 'x' },
      { ip: 'x' },
      { request_id: 'x' },
    ]
    for (const filter of filters) {
      const query = db
        .from('audit_entries')
        .where(filter)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(21)
      assert.notMatch(await planOf('audit_entries', query), /TEMP B-TREE|filesort/i)
    }
  })
})
