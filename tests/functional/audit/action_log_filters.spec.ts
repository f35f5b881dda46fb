import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { recordAudit, type AuditFact } from '#audit/record'
import { write } from '#core/database/write'
import { clock, DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'
import { actorFrom, plantEntries, sealAll } from '#tests/helpers/audit'

const url = '/api/v1/admin/action-logs'

const plant = (fact: AuditFact) => write((trx) => recordAudit(trx, fact))

test.group('filters of the audit trail', (group) => {
  let reader: TestActor
  group.each.setup(async () => void (reader = await actorOfRole('admin')))
  group.each.teardown(() => clock.reset())

  test('by every side of a line', async ({ client, assert }) => {
    const staff = await actorOfRole('admin')
    const person = await actorOfRole('client')
    const requestId = unique('req')
    const ip = `2001:db8::${unique('').slice(0, 4)}`
    const noun = unique('lamp_')
    const [type, id] = [unique('lamp'), unique('lmp_')]
    const reason = `as ${unique('word')} asked`
    await plant({
      actor: { ...actorFrom(staff), requestId, ip },
      action: `${noun}.lit`,
      subject: { type, id },
      personId: person.user.id,
      reason,
    })
    await db.table('audit_entries').insert({
      actor_id: staff.user.id,
      actor_role: 'admin',
      impersonator_id: reader.user.id,
      action: `${noun}.seen.twice`,
      noun,
      subject_type: type,
      subject_id: id,
      created_at: clock.now(),
    })
    const ask = async (qs: Record<string, string>) => {
      const response = await client.get(url).qs(qs).headers(reader.headers)
      response.assertStatus(200)
      return response.body().data.map((entry: any) => entry.action.split('.')[1])
    }

    assert.deepEqual(await ask({ action: `${noun}.*` }), ['seen', 'lit'])
    assert.deepEqual(await ask({ action: `${noun}.lit` }), ['lit'])
    assert.deepEqual(await ask({ requestId }), ['lit'])
    assert.deepEqual(await ask({ ip }), ['lit'])
    assert.deepEqual(await ask({ personId: person.user.id }), ['lit'])
    assert.deepEqual(await ask({ impersonatorId: reader.user.id }), ['seen'])
    assert.deepEqual(await ask({ actorId: staff.user.id, subjectType: type }), ['seen', 'lit'])
    assert.deepEqual(await ask({ actorId: staff.user.id, subjectType: 'other' }), [])
    const since = new Date(clock.now() - DAY).toISOString()
    assert.deepEqual(await ask({ subjectType: type, since }), ['seen', 'lit'])
    assert.deepEqual(await ask({ q: reason.slice(3, -3), since }), ['lit'])
    assert.deepEqual(await ask({ q: '%', subjectId: id }), [])
  })

  test('without an index are refused alone, or over more than 31 days', async ({
    client,
    assert,
  }) => {
    const daysAgo = (days: number) => new Date(clock.now() - days * DAY).toISOString()
    const ask = (qs: Record<string, string>) => client.get(url).qs(qs).headers(reader.headers)
    for (const wide of [{ subjectType: 'order' }, { q: 'asked' }] as Record<string, string>[]) {
      for (const more of [{}, { until: daysAgo(0) }, { since: daysAgo(32) }] as object[]) {
        const response = await ask({ ...wide, ...more })
        response.assertStatus(422)
        assert.equal(response.body().errors[0].code, 'E_FILTER_TOO_WIDE')
      }
      ;(await ask({ ...wide, since: daysAgo(30) })).assertStatus(200)
      ;(await ask({ ...wide, since: daysAgo(90), until: daysAgo(60) })).assertStatus(200)
      ;(await ask({ ...wide, subjectId: 'x' })).assertStatus(200)
    }
    for (const action of ['*', 'order*', '.*', 'a.b.*']) (await ask({ action })).assertStatus(422)
  })

  test('one member of staff, one client or partner; nobody else', async ({ client, assert }) => {
    const staff = await actorOfRole('agent')
    const person = await actorOfRole('client')
    const action = unique('lamp.')
    const lamp = (actor: TestActor, personId: string | null) =>
      plant({ actor: actorFrom(actor), action, subject: { type: 'lamp', id: 'x' }, personId })
    await lamp(staff, person.user.id)
    await lamp(person, null)
    await lamp(person, person.user.id)
    await lamp(staff, null)
    await lamp(person, reader.user.id)
    const ask = async (path: string, qs: object = {}) => {
      const response = await client
        .get(`${url}/${path}`)
        .qs({ action, ...qs })
        .headers(reader.headers)
      response.assertStatus(200)
      return response.body()
    }
    assert.lengthOf((await ask(staff.user.id)).data, 2)
    const about = (await ask(`customer/${person.user.id}`)).data
    assert.lengthOf(about, 4)
    assert.deepEqual(about[1].person, { id: person.user.id, name: person.user.name })

    const pages: any[] = []
    for (let cursor: string | undefined; ;) {
      const page = await ask(`customer/${person.user.id}`, { limit: 1, ...(cursor && { cursor }) })
      pages.push(...page.data)
      cursor = page.meta.nextCursor
      if (!cursor) break
    }
    assert.deepEqual(pages, about)

    for (const path of [person.user.id, `customer/${staff.user.id}`, newId('user')]) {
      const response = await client.get(`${url}/${path}`).headers(reader.headers)
      response.assertStatus(404)
    }
  })

  test('outlives its people: under the name that they have now', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const action = unique('lamp.')
    const subject = { type: 'lamp', id: 'x' }
    await plant({ actor: actorFrom(person), action, subject, personId: person.user.id })
    await db.from('users').where({ id: person.user.id }).update({ name: 'Erased person' })
    const read = async () =>
      (await client.get(url).qs({ action }).headers(reader.headers)).body().data[0]
    assert.equal((await read()).actor.name, 'Erased person')

    const gone = newId('user')
    await plant({ actor: null, action: `${action}2`, subject, personId: gone })
    const response = await client
      .get(url)
      .qs({ action: `${action}2` })
      .headers(reader.headers)
    assert.deepEqual(response.body().data[0].person, { id: gone, name: null })
  })

  test('one line with its seal', async ({ client, assert }) => {
    const [id] = await plantEntries(1, unique('lamp'))
    const read = async (number: number) =>
      client.get(`/api/v1/admin/audit/entries/${number}`).headers(reader.headers)
    assert.isNull((await read(id)).body().data.seal)
    await sealAll()
    const { data } = (await read(id)).body()
    assert.deepInclude(data, { id: String(id), action: 'lamp.lit', after: { number: 0 } })
    assert.equal(data.seal.id, (await db.from('audit_seals').max('id as id'))[0].id)
    ;(await read(999_999_999)).assertStatus(404)
  })
})
