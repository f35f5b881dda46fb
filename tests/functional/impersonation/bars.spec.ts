import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import ChangeStaffAccount from '#auth/actions/change_staff_account'
import { newId } from '#core/support/ids'
import { accessByRoute } from '#impersonation/access'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { loggedOf, lookAs } from '#tests/helpers/impersonation'
import { asActor, leadOf, makeCorner, makePartner, submitInquiry } from '#tests/helpers/marketplace'
import { operations } from '#tests/helpers/openapi'
import { send } from '#tests/matrix/matrix'

const base = '/api/v1'
const READS = 200

/** An id of nothing for every parameter of a route. */
function paramsOf(path: string, parameters: { name: string; in: string; schema: any }[]) {
  const named = parameters.filter((one) => one.in === 'path' && path.includes(`{${one.name}}`))
  return Object.fromEntries(named.map(({ name, schema }) => [name, valueFor(schema.pattern)]))
}

function valueFor(pattern = ''): string {
  const prefix = /^\^\(?\??:?([a-z]{3})_?/.exec(pattern)?.[1]
  if (pattern.includes('google')) return 'google'
  if (pattern.includes('{43}')) return 'x'.repeat(43)
  return prefix ? `${prefix}_${newId('user').slice(4)}` : 'x'
}

test.group('bar A10: what an impersonation may do', () => {
  test('every write of every route is refused and logged', async ({ assert }) => {
    const [admin, person] = [await actorOfRole('admin'), await actorOfRole('client')]
    const eyes = await lookAs(admin, person)
    const allowed: string[] = []
    const sent: string[] = []
    for (const [name, { method, path, parameters }] of await operations()) {
      if (method === 'GET' || accessByRoute().get(name) === 'staff') continue
      const request = { params: paramsOf(path, parameters), headers: eyes.headers }
      const answer = await send(name, { ...request, body: {} }, null)
      const code = answer.body.errors?.[0]?.code
      sent.push(name)
      if (answer.status !== 403 || code !== 'E_IMPERSONATION_READ_ONLY')
        allowed.push(`${method} ${path}: ${answer.status} ${code}`)
    }
    const logged = (await loggedOf(eyes.id)).filter((row) => Number(row.status) === 403)
    console.log(
      `      ${sent.length} writes: ${sent.length - allowed.length} refused, ${logged.length} logged`
    )
    assert.deepEqual(allowed, [])
    assert.deepEqual(
      logged.map((row) => row.route),
      sent
    )
    assert.isAbove(sent.length, 100)
  })

  test('every request is logged with both ids, also many at once, also what is not there', async ({
    client,
    assert,
  }) => {
    const [admin, person] = [await actorOfRole('admin'), await actorOfRole('client')]
    const eyes = await lookAs(admin, person)
    const paths = [
      '/orders',
      '/user/profile?x=secret',
      '/products',
      '/no/such/page',
      '/auth/sessions',
      '/admin/orders',
    ]
    const run = unique('run')
    const sent = await Promise.all(
      Array.from({ length: READS }, async (_, index) => {
        const id = `${run}-${index}`
        const response = await client
          .get(base + paths[index % paths.length])
          .headers({ ...eyes.headers, 'x-request-id': id })
        return `${id} ${response.status()}`
      })
    )
    const rows = await db
      .from('impersonation_requests as r')
      .join('impersonations as i', 'i.id', 'r.impersonation_id')
      .where({ 'i.staff_id': admin.user.id, 'i.client_id': person.user.id })
      .select('r.request_id', 'r.status', 'r.path')
    const logged = rows.map((row) => `${row.request_id} ${row.status}`)
    console.log(`      ${sent.length} requests: ${logged.length} logged with both ids`)
    assert.sameMembers(logged, sent)
    assert.notInclude(JSON.stringify(rows), 'secret')
  })

  test('an answer that cannot be logged is not given', async ({ client, assert }) => {
    const eyes = await lookAs(await actorOfRole('admin'), await actorOfRole('client'))
    await db.rawQuery('ALTER TABLE impersonation_requests RENAME TO impersonation_requests_away')
    try {
      const refused = await client.get(`${base}/user/profile`).headers(eyes.headers)
      refused.assertStatus(503)
      assert.deepEqual(Object.keys(refused.body()), ['errors', 'requestId'])
      assert.equal(refused.body().errors[0].code, 'E_SERVICE_UNAVAILABLE')
    } finally {
      await db.rawQuery('ALTER TABLE impersonation_requests_away RENAME TO impersonation_requests')
    }
    ;(await client.get(`${base}/user/profile`).headers(eyes.headers)).assertStatus(200)
  })

  test('it dies within five seconds of its staff member losing the role', async ({
    client,
    assert,
  }) => {
    const [admin, person] = [await actorOfRole('admin'), await actorOfRole('client')]
    const eyes = await lookAs(admin, person)
    const look = () => client.get(`${base}/orders`).headers(eyes.headers)
    ;(await look()).assertStatus(200)
    const actor = asActor(await actorOfRole('senior_admin'))
    await new ChangeStaffAccount().execute({ actor, userId: admin.user.id, role: 'agent' })
    const changed = performance.now()
    while ((await look()).status() !== 401 && performance.now() - changed < 8_000)
      await new Promise((resolve) => setTimeout(resolve, 50))
    const took = Math.round(performance.now() - changed)
    console.log(`      dead ${took} ms after the role was lost`)
    assert.isBelow(took, 5_000)
  })

  test('a read that would write is refused by the database, were it let through', async ({
    client,
    assert,
    cleanup,
  }) => {
    const corner = await makeCorner()
    const partner = await makePartner(corner)
    const { inquiryId } = await submitInquiry(corner)
    const leadId = await leadOf(inquiryId, partner.partnerId)
    const eyes = await lookAs(await actorOfRole('admin'), partner)
    const route = 'inquiries.partner.leads.show'
    const look = () => client.get(`${base}/partner/leads/${leadId}`).headers(eyes.headers)
    ;(await look()).assertStatus(403)

    const access = accessByRoute() as Map<string, string>
    access.set(route, 'view')
    cleanup(() => void access.delete(route))
    const refused = await look()
    refused.assertStatus(403)
    assert.equal(refused.body().errors[0].code, 'E_IMPERSONATION_READ_ONLY')
    const lead = await db.from('leads').where({ id: leadId }).firstOrFail()
    assert.equal(lead.status, 'pending')
  })

  test('what is logged stays as it is', async ({ client, assert }) => {
    const eyes = await lookAs(await actorOfRole('admin'), await actorOfRole('client'))
    await client.get(`${base}/orders`).headers(eyes.headers)
    const rows = () => db.from('impersonation_requests').where('impersonation_id', eyes.id)
    await assert.rejects(() => rows().update({ path: '/elsewhere' }), /stay as they are/)
    await assert.rejects(() => rows().delete(), /stay as they are/)
  })
})
