import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import ListImpersonations from '#impersonation/queries/list_impersonations'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import { actorOfRole } from '#tests/helpers/actors'
import { lookAs, stopLooking } from '#tests/helpers/impersonation'
import { asActor } from '#tests/helpers/marketplace'
import { ACCOUNT_NUMBER, richPartner } from '#tests/helpers/money'
import { isSqlite, planOf } from '#tests/helpers/plans'

const base = '/api/v1'

test.group('the log of impersonations', () => {
  test('is the same story from both sides', async ({ client, assert }) => {
    const [admin, person] = [await actorOfRole('admin'), await actorOfRole('client')]
    const eyes = await lookAs(admin, person)
    for (const path of ['/orders', '/user/profile', '/admin/orders'])
      await client.get(base + path).headers(eyes.headers)
    const note = await client
      .post(`${base}/admin/impersonate/add-note`)
      .headers(eyes.headers)
      .json({ note: 'the cart is empty' })
    note.assertStatus(201)

    const during = await client.get(`${base}/user/impersonations`).headers(person.headers)
    assert.containSubset(during.body().data[0], { id: eyes.id, endedAt: null, views: 2 })
    await stopLooking(admin)

    const shown = await client
      .get(`${base}/admin/impersonate/logs/${eyes.id}`)
      .headers(admin.headers)
    const log = shown.body().data
    assert.containSubset(log, {
      id: eyes.id,
      staff: { id: admin.user.id, name: admin.user.name, role: 'admin' },
      customer: { id: person.user.id, role: 'client' },
      reason: 'a client asked us to look',
      endReason: 'ended',
      views: 2,
      refusals: 1,
      notes: [{ text: 'the cart is empty' }],
    })
    assert.deepEqual(
      log.requests.map((one: any) => `${one.method} ${one.path} ${one.status}`),
      [
        'GET /api/v1/orders 200',
        'GET /api/v1/user/profile 200',
        'GET /api/v1/admin/orders 403',
        'POST /api/v1/admin/impersonate/add-note 201',
      ]
    )
    const own = await client.get(`${base}/user/impersonations`).headers(person.headers)
    const [look] = own.body().data
    assert.deepEqual(look.staff, { name: admin.user.name, role: 'admin' })
    assert.containSubset(look, { reason: 'a client asked us to look', views: 2 })
    assert.notInclude(JSON.stringify(look), 'the cart is empty')
    assert.notInclude(JSON.stringify(look), admin.user.id)
    const stranger = await actorOfRole('client')
    const theirs = await client.get(`${base}/user/impersonations`).headers(stranger.headers)
    assert.lengthOf(theirs.body().data, 0)
    const feed = await client.get(`${base}/user/notifications`).headers(person.headers)
    assert.include(feed.body().data[0].body, 'a client asked us to look')
  })

  test('is filtered and paged, the requests of one as well', async ({ client, assert }) => {
    const [admin, person] = [await actorOfRole('admin'), await actorOfRole('partner')]
    const ids: string[] = []
    for (let i = 0; i < 3; i++) {
      ids.unshift((await lookAs(admin, person)).id)
      if (i < 2) await stopLooking(admin)
    }
    const list = async (qs: object) => {
      const response = await client
        .get(`${base}/admin/impersonate/logs`)
        .qs({ staffId: admin.user.id, ...qs })
        .headers(admin.headers)
      response.assertStatus(200)
      return response.body()
    }
    const idsOf = (body: any) => body.data.map((row: any) => row.id)
    assert.sameMembers(idsOf(await list({})), ids)
    assert.sameMembers(idsOf(await list({ customerId: person.user.id })), ids)
    assert.lengthOf(idsOf(await list({ customerId: newId('user') })), 0)
    assert.deepEqual(idsOf(await list({ open: true })), [ids[0]])
    assert.sameMembers(idsOf(await list({ open: false })), ids.slice(1))
    const soon = new Date(clock.now() + 60_000).toISOString()
    assert.lengthOf(idsOf(await list({ since: soon })), 0)
    assert.lengthOf(idsOf(await list({ until: soon })), 3)
    const first = await list({ limit: 2 })
    const second = await list({ limit: 2, cursor: first.meta.nextCursor })
    assert.sameMembers([...idsOf(first), ...idsOf(second)], ids)

    const rows = Array.from({ length: 5 }, (_, index) => ({
      impersonation_id: ids[0],
      method: 'GET',
      route: 'x',
      path: `/x/${index}`,
      status: 200,
      request_id: 'x',
      created_at: index,
    }))
    await db.table('impersonation_requests').multiInsert(rows)
    const pages: string[] = []
    let cursor: string | null | undefined
    do {
      const response = await client
        .get(`${base}/admin/impersonate/logs/${ids[0]}`)
        .qs({ limit: 2, ...(cursor ? { cursor } : {}) })
        .headers(admin.headers)
      pages.push(...response.body().data.requests.map((one: any) => one.path))
      cursor = response.body().meta.nextCursor
    } while (cursor)
    assert.deepEqual(
      pages,
      rows.map(({ path }) => path)
    )
  })

  test('costs two queries, and no sorting', async ({ assert }) => {
    const person = await actorOfRole('client')
    const admin = await actorOfRole('admin')
    for (let i = 0; i < 3; i++) {
      await lookAs(admin, person)
      await stopLooking(admin)
    }
    const driver = db.connection().getReadClient()
    let asked = 0
    const count = () => void asked++
    driver.on('query', count)
    const page = await new ListImpersonations().execute({ limit: 20, customerId: person.user.id })
    driver.off('query', count)
    assert.lengthOf(page.rows, 3)
    assert.equal(asked, 2)

    if (!isSqlite()) return
    for (const filter of [{}, { staff_id: 'x' }, { client_id: 'x' }]) {
      const query = db
        .from('impersonations')
        .where(filter)
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .limit(21)
      assert.notMatch(await planOf('impersonations', query), /TEMP B-TREE/i)
    }
  })
})

test.group('what an impersonation does not show', () => {
  test('bank details and how log-ins are secured', async ({ client, assert }) => {
    const partner = await richPartner(10_000)
    const input = { actor: asActor(partner), amount: 2_000, currency: 'EUR' }
    await new RequestWithdrawal().execute(input)
    const eyes = await lookAs(await actorOfRole('admin'), partner)
    const both = async (path: string) => {
      const own = await client.get(base + path).headers(partner.headers)
      const seen = await client.get(base + path).headers(eyes.headers)
      seen.assertStatus(200)
      assert.notInclude(JSON.stringify(seen.body()), ACCOUNT_NUMBER.slice(-4))
      return { own: own.body().data, seen: seen.body().data }
    }
    const profile = await both('/partner/profile')
    assert.isNotNull(profile.own.payoutDetails)
    assert.isNull(profile.seen.payoutDetails)
    const withdrawals = await both('/partner/withdrawals')
    assert.isNotNull(withdrawals.own[0].destination)
    assert.isNull(withdrawals.seen[0].destination)
    const account = await both('/user/profile')
    assert.equal(account.own.twoFactor, 'off')
    assert.isNull(account.seen.twoFactor)
    for (const path of ['/auth/sessions', '/health', '/openapi.json'])
      (await client.get(base + path).headers(eyes.headers)).assertStatus(403)
  })
})
