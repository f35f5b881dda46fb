import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import ChangeStaffAccount from '#auth/actions/change_staff_account'
import env from '#start/env'
import { PUBLISHED_SPELLINGS } from '#start/published_spellings'
import { accessByRoute } from '#impersonation/access'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { loggedOf, lookAs } from '#tests/helpers/impersonation'
import { asActor, leadOf, makeCorner, makePartner, submitInquiry } from '#tests/helpers/marketplace'
import { addressOfNothing, paramsOfNothing } from '#tests/helpers/nothing'
import { operations, type Operation } from '#tests/helpers/openapi'
import { send } from '#tests/matrix/matrix'

const base = '/api/v1'
const READS = 200
/** what no route has; HEAD of what can be read is a read, too */
const OTHER_METHODS = ['PATCH', 'PROPFIND', 'SEARCH', 'OPTIONS', 'HEAD']

/** Every operation that is not the staff member's own. */
async function refusable(): Promise<[name: string, operation: Operation][]> {
  const access = accessByRoute()
  return [...(await operations())].filter(([name]) => access.get(name) !== 'staff')
}

/** How else an operation can be spelled: without the version, and as it was published. */
function spellingsOf(operation: Operation): string[] {
  const address = addressOfNothing(operation).replace('/api/v1', '')
  const canonical = `${operation.method} ${operation.path.replace('/api/v1', '')}`
  const published = PUBLISHED_SPELLINGS.filter(
    ([, target]) => target.replace(/:(\w+)/g, '{$1}') === canonical
  )
  const ids = Object.values(paramsOfNothing(operation))
  return [
    `${operation.method} /api${address}`,
    ...published.map(([spelling]) => {
      const [method, path] = spelling.split(' ')
      let nth = 0
      return `${method} /api${path.replace(/:\w+/g, () => ids[nth++])}`
    }),
  ]
}

/** Sends a request as it is spelled. */
async function sendSpelled(spelled: string, headers: Record<string, string>) {
  const [method, path] = spelled.split(' ')
  const isBare = ['GET', 'HEAD', 'OPTIONS'].includes(method)
  const response = await fetch(`http://${env.get('HOST')}:${env.get('PORT')}${path}`, {
    method,
    headers: { ...headers, ...(!isBare && { 'content-type': 'application/json' }) },
    body: isBare ? undefined : '{}',
  })
  const text = await response.text()
  return { status: response.status, code: text && JSON.parse(text).errors?.[0]?.code }
}

test.group('bar A10: what an impersonation may do', () => {
  test('every write of every route is refused and logged', async ({ assert }) => {
    const [admin, person] = [await actorOfRole('admin'), await actorOfRole('client')]
    const eyes = await lookAs(admin, person)
    const allowed: string[] = []
    const sent: string[] = []
    for (const [name, operation] of await refusable()) {
      const { method, path } = operation
      if (method === 'GET') continue
      const request = { params: paramsOfNothing(operation), headers: eyes.headers }
      const answer = await send(name, { ...request, body: {} }, null)
      const code = answer.body.errors?.[0]?.code
      sent.push(name)
      if (answer.status !== 403 || code !== 'E_IMPERSONATION_READ_ONLY')
        allowed.push(`${method} ${path}: ${answer.status} ${code}`)
      for (const spelled of spellingsOf(operation)) {
        const other = await sendSpelled(spelled, eyes.headers)
        sent.push(name)
        if (other.status !== 403 || other.code !== 'E_IMPERSONATION_READ_ONLY')
          allowed.push(`${spelled}: ${other.status} ${other.code}`)
      }
    }
    const logged = (await loggedOf(eyes.id)).filter((row) => Number(row.status) === 403)
    console.log(
      `      ${sent.length} spellings of writes: ${sent.length - allowed.length} refused, ${logged.length} logged`
    )
    assert.deepEqual(allowed, [])
    assert.deepEqual(
      logged.map((row) => row.route),
      sent
    )
    assert.isAbove(sent.length, 200)
  })

  test('every other method of every address is refused and logged', async ({ assert }) => {
    const [admin, person] = [await actorOfRole('admin'), await actorOfRole('client')]
    const eyes = await lookAs(admin, person)
    const known = [...(await operations()).values()]
    const byPath = new Map(known.map((operation) => [operation.path, operation]))
    const allowed: string[] = []
    let sent = 0
    for (const [path, operation] of byPath) {
      const methods = known.filter((one) => one.path === path).map(({ method }) => method)
      const isRead = methods.includes('GET')
      for (const method of OTHER_METHODS) {
        if (methods.includes(method) || (isRead && method === 'HEAD')) continue
        const { status } = await sendSpelled(
          `${method} ${addressOfNothing(operation)}`,
          eyes.headers
        )
        sent++
        if (![403, 404, 405].includes(status)) allowed.push(`${method} ${path}: ${status}`)
      }
    }
    const logged = await loggedOf(eyes.id)
    console.log(`      ${sent} of other methods: ${allowed.length} let in, ${logged.length} logged`)
    assert.deepEqual(allowed, [])
    assert.lengthOf(logged, sent)
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
