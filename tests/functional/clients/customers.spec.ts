import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import GetCustomer from '#clients/queries/get_customer'
import ListCustomers, { type CustomerFilters } from '#clients/queries/list_customers'
import { clock, DAY, toIso } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { permissionsOf } from '#users/permissions'
import { actorOfRole, PASSWORD, unique } from '#tests/helpers/actors'
import { CUSTOMERS, noteBy, staffActor } from '#tests/helpers/customers'
import { letProofAge } from '#tests/helpers/factors'
import { lookAs } from '#tests/helpers/impersonation'
import { inquiryIn, makeCorner, asActor } from '#tests/helpers/marketplace'
import { richPartner } from '#tests/helpers/money'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { planOf } from '#tests/helpers/plans'
import { paidOrder } from '#tests/helpers/refunds'
import { proveAgain } from '#tests/helpers/watched_lives'
import SubmitInquiry from '#inquiries/actions/submit_inquiry'

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

/** Three people whose first names no other test knows. */
async function threePeople() {
  const word = unique('Zo')
  const ada = await actorOfRole('client', { name: `${word} Byron`, country: 'AT' })
  const bob = await actorOfRole('partner', { name: `${word} ${word}son`, country: 'AT' })
  const eve = await actorOfRole('client', {
    name: `${word} Adams`,
    email: `${unique('eve')}@example.test`,
    emailVerifiedAt: null,
    twoFactor: 'email',
  })
  return { word, ada: ada.user, bob: bob.user, eve: eve.user }
}

test.group('clients.customers.index', () => {
  test('finds by how a name, an address, a number or an id begins', async ({ client, assert }) => {
    const { headers } = await actorOfRole('agent')
    const { word, ada, bob, eve } = await threePeople()
    const phone = `+49151${String(Date.now()).slice(-8)}`
    const { user: phoned } = await actorOfRole('client', { phone })
    await actorOfRole('agent', { name: `${word} Staff` })
    const found = async (search: string) => {
      const response = await client.get(CUSTOMERS).qs({ search }).headers(headers)
      response.assertStatus(200)
      return idsOf(response.body().data)
    }
    assert.sameMembers(await found(word), [ada.id, bob.id, eve.id])
    assert.sameMembers(await found(word.toUpperCase()), [ada.id, bob.id, eve.id])
    assert.deepEqual(await found(`${word} By`), [ada.id])
    assert.deepEqual(await found(`${word}so`), [bob.id])
    assert.deepEqual(await found(eve.email!.slice(0, 12).toUpperCase()), [eve.id])
    assert.deepEqual(await found(phone), [phoned.id])
    assert.deepEqual(await found(phone.slice(1, 12)), [phoned.id])
    assert.deepEqual(await found(ada.id), [ada.id])
    assert.deepEqual(await found(`${word}%`), [])
    assert.deepEqual(await found('usr_'.padEnd(30, 'z')), [])
  })

  test('filters by each of its filters', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const { word, ada, bob, eve } = await threePeople()
    await db.from('users').where('id', ada.id).update({ status: 'banned', last_login_at: null })
    const list = async (qs: Record<string, string>) => {
      const response = await client
        .get(CUSTOMERS)
        .qs({ search: word, ...qs })
        .headers(headers)
      response.assertStatus(200)
      return idsOf(response.body().data)
    }
    const yesterday = toIso(clock.now() - DAY)
    const tomorrow = toIso(clock.now() + DAY)
    assert.deepEqual(await list({ role: 'partner' }), [bob.id])
    assert.deepEqual(await list({ status: 'banned' }), [ada.id])
    assert.sameMembers(await list({ country: 'AT' }), [ada.id, bob.id])
    assert.deepEqual(await list({ verified: 'false' }), [eve.id])
    assert.sameMembers(await list({ verified: 'true' }), [ada.id, bob.id])
    assert.deepEqual(await list({ twoFactor: 'true' }), [eve.id])
    assert.deepEqual(await list({ lastLoginUntil: yesterday }), [ada.id])
    assert.sameMembers(await list({ lastLoginSince: yesterday }), [bob.id, eve.id])
    assert.lengthOf(await list({ createdSince: yesterday, createdUntil: tomorrow }), 3)
    assert.deepEqual(await list({ createdUntil: yesterday }), [])
    const [one, other] = await db.from('regions').orderBy('id').limit(2)
    await db.from('users').whereIn('id', [ada.id, eve.id]).update({ region_id: one.id })
    await db.from('users').where('id', bob.id).update({ region_id: other.id })
    assert.sameMembers(await list({ regionId: one.id }), [ada.id, eve.id])
    assert.deepEqual(await list({ regionId: other.id }), [bob.id])
    assert.deepEqual(await list({ regionId: one.id, role: 'partner' }), [])
    assert.deepEqual(await list({ regionId: newId('region') }), [])
    for (const wrong of [{ role: 'agent' }, { search: 'x' }, { sort: 'email' }, { status: 'x' }])
      (await client.get(CUSTOMERS).qs(wrong).headers(headers)).assertStatus(422)
  })

  test('sorts by creation, last log-in and name, page by page', async ({ client, assert }) => {
    const { headers } = await actorOfRole('agent')
    const { word, ada, bob, eve } = await threePeople()
    await db
      .from('users')
      .where('id', bob.id)
      .update({ last_login_at: clock.now() + DAY })
    await db.from('users').where('id', ada.id).update({ last_login_at: null })
    const all = async (sort: string) => {
      const ids: string[] = []
      let cursor: string | undefined
      do {
        const qs = { search: word, sort, limit: 1, ...(cursor && { cursor }) }
        const response = await client.get(CUSTOMERS).qs(qs).headers(headers)
        response.assertStatus(200)
        ids.push(...idsOf(response.body().data))
        cursor = response.body().meta.nextCursor
      } while (cursor)
      return ids
    }
    assert.deepEqual(await all('created'), [eve.id, bob.id, ada.id])
    assert.deepEqual(await all('lastLogin'), [bob.id, eve.id, ada.id])
    assert.deepEqual(await all('name'), [eve.id, ada.id, bob.id])
  })

  test('never shows staff, and deleted accounts only when asked', async ({ client, assert }) => {
    const { headers } = await actorOfRole('agent')
    const word = unique('Yo')
    await actorOfRole('senior_admin', { name: word })
    const gone = await actorOfRole('client', { name: word, status: 'deleted' })
    const list = (qs: object) =>
      client
        .get(CUSTOMERS)
        .qs({ search: word, ...qs })
        .headers(headers)
    assert.deepEqual((await list({})).body().data, [])
    assert.deepEqual(idsOf((await list({ status: 'deleted' })).body().data), [gone.user.id])
  })

  test('asks at most three queries, however long the page', async ({ assert }) => {
    await threePeople()
    const asked = async (filters: Partial<CustomerFilters>, limit: number) => {
      let count = 0
      const connection = db.connection().getReadClient()
      const listen = () => count++
      connection.on('query', listen)
      const run = new ListCustomers().execute({ limit }, { sort: 'created', ...filters })
      await run.finally(() => connection.off('query', listen))
      return count
    }
    assert.equal(await asked({}, 1), 2)
    assert.equal(await asked({}, 100), 2)
    assert.equal(await asked({ role: 'client', country: 'AT', twoFactor: true }, 100), 3)
    assert.equal(await asked({ search: 'Zo', role: 'client' }, 100), 3)
  })
})

test.group('the list of clients and partners', () => {
  test('is read in order from an index, page by page', async ({ assert }) => {
    await threePeople()
    const connection = db.connection().getReadClient()
    const pageOf = async (filters: Partial<CustomerFilters>) => {
      const asked: { sql: string; bindings?: readonly unknown[] }[] = []
      const listen = (query: (typeof asked)[number]) => asked.push(query)
      connection.on('query', listen)
      const run = new ListCustomers().execute({ limit: 20 }, { sort: 'created', ...filters })
      await run.finally(() => connection.off('query', listen))
      const page = asked.find(({ sql }) => /order by/i.test(sql))!
      return planOf('users', { toSQL: () => page })
    }
    for (const [sort, index] of [
      ['created', /users_created_at_id_index/],
      ['lastLogin', /users_login_key_id_index/],
      ['name', /users_name_key_id_index/],
    ] as const) {
      const plan = await pageOf({ sort })
      assert.match(plan, index)
      assert.notMatch(plan, /filesort|TEMP B-TREE/i)
    }
    // what finds few is read by the indexes of what it asks for, and nothing else of the table
    const plan = await pageOf({ search: unique('Nobody') })
    for (const index of [/name_key/, /family_key/, /users_email_unique|sqlite_autoindex_users/])
      assert.match(plan, index)
    assert.notMatch(plan, /SCAN users|"type":"ALL","possible_keys":"[^"]*users/)
  })
})

test.group('clients.customers.show', () => {
  test('tells everything about a client, and leaves out what a role may not read', async ({
    client,
    assert,
  }) => {
    const corner = await makeCorner()
    const buyer = await actorOfRole('client')
    const { orderId, total, paymentId } = await paidOrder({ client: buyer })
    await new SubmitInquiry().execute({ actor: asActor(buyer), ...inquiryIn(corner) })
    const admin = await actorOfRole('admin')
    const url = `${CUSTOMERS}/${buyer.user.id}`
    const note = { body: 'Called about an invoice' }
    await client.post(`/api/v1/notes/customer/${buyer.user.id}`).headers(admin.headers).json(note)
    const mail = { subject: 'Your invoice', body: 'Here it is' }
    await client.post(`${url}/send-email`).headers(admin.headers).json(mail)

    const { data } = (await client.get(url).headers(admin.headers)).body()
    assert.containSubset(data, {
      id: buyer.user.id,
      role: 'client',
      status: 'active',
      partner: null,
      addresses: [],
      trade: [{ currency: 'EUR', count: 1, paid: { amount: total, currency: 'EUR' } }],
      orders: [{ id: orderId, total: { amount: total } }],
      payments: [{ id: paymentId, status: 'captured' }],
      openCases: [],
      inquiries: { count: 1 },
      sessions: { count: 1, lastDevice: { userAgent: 'test' } },
      notes: { count: 1, newest: [{ body: note.body }] },
    })
    assert.equal(data.mails[0].subject, mail.subject)
    assert.notProperty(data.mails[0], 'body')
    const deeds = data.staffActions.map((deed: any) => deed.action)
    assert.sameMembers(deeds, ['note.added', 'customer.mailed'])
    for (const secret of ['passwordHash', 'password_hash', 'secrets', 'payoutDetails'])
      assert.notInclude(JSON.stringify(data), secret)

    const guarded: Record<string, string> = {
      trade: 'orders.read',
      orders: 'orders.read',
      openCases: 'payments.read',
      payments: 'payments.read',
      inquiries: 'leads.work',
      mails: 'notifications.read',
      notes: 'notes.write',
      staffActions: 'audit.read',
    }
    for (const role of ['agent', 'dev', 'senior_dev', 'admin', 'senior_admin'] as const) {
      const { headers } = await actorOfRole(role)
      const seen = (await client.get(url).headers(headers)).body().data
      for (const [member, permission] of Object.entries(guarded))
        assert.equal(member in seen, permissionsOf(role).has(permission), `${role}: ${member}`)
    }
  })

  test('tells where a partner stands, and what is owed to whom', async ({ client, assert }) => {
    const partner = await richPartner(5_000)
    const { orderId } = await paidOrder({
      lines: [{ partnerId: partner.partnerId, amount: 2_000 }],
    })
    const url = `${CUSTOMERS}/${partner.user.id}`
    const show = async (role: 'agent' | 'admin') => {
      const { headers } = await actorOfRole(role)
      return (await client.get(url).headers(headers)).body().data
    }
    const file = await show('admin')
    assert.containSubset(file.partner, {
      id: partner.partnerId,
      status: 'approved',
      rating: { average: null, count: 0 },
      balances: [{ currency: 'EUR', available: { amount: 5_000, currency: 'EUR' } }],
    })
    assert.deepEqual(idsOf(file.orders), [orderId])
    assert.notProperty((await show('agent')).partner, 'balances')
  })

  test('asks as often for somebody with a history as for a newcomer', async ({ assert }) => {
    const actor = await staffActor('senior_admin')
    const asked = async (userId: string) => {
      let count = 0
      const connection = db.connection().getReadClient()
      const listen = () => count++
      connection.on('query', listen)
      await new GetCustomer().execute(actor, userId).finally(() => connection.off('query', listen))
      return count
    }
    const { client: busy } = await paidOrder()
    await paidOrder({ client: busy })
    const { user: newcomer } = await actorOfRole('client')
    const most = await asked(busy.user.id)
    assert.equal(await asked(newcomer.id), most)
    assert.isAtMost(most, 22)
  })

  test('knows no staff', async ({ client }) => {
    const { headers } = await actorOfRole('senior_admin')
    for (const role of ['agent', 'senior_admin'] as const) {
      const url = `${CUSTOMERS}/${(await actorOfRole(role)).user.id}`
      ;(await client.get(url).headers(headers)).assertStatus(404)
      ;(await client.put(url).headers(headers).json({ name: 'X' })).assertStatus(404)
      const ban = client.put(`${url}/ban`).headers(headers).json({ reason: 'Because' })
      ;(await ban).assertStatus(404)
    }
  })
})

test.group('clients.customers.update', () => {
  test('changes what an account tells, and its holder hears of it', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const { user } = await actorOfRole('client', { phoneVerifiedAt: 1 })
    const phone = `+49152${String(Date.now()).slice(-8)}`
    const changes = { name: 'Ada Byron', phone, country: 'AT', companyName: 'Engines' }
    const response = await client.put(`${CUSTOMERS}/${user.id}`).headers(headers).json(changes)
    response.assertStatus(200)
    assert.containSubset(response.body().data, {
      name: 'Ada Byron',
      phone,
      country: 'AT',
      isPhoneVerified: false,
      client: { companyName: 'Engines' },
    })
    const entry = await db
      .from('audit_entries')
      .where({ subject_id: user.id, action: 'customer.changed' })
      .first()
    assert.notInclude(JSON.stringify(entry), 'Byron')
    assert.sameMembers(JSON.parse(entry.after).fields, Object.keys(changes))
    await drainOutbox()
    assert.include((await mailsTo(user.email!)).at(-1), 'companyName')
  })

  test('takes no role, state, address, money or proof, from anybody', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('senior_admin')
    const { user } = await actorOfRole('client')
    const row = () => db.from('users').where('id', user.id).first()
    const before = await row()
    const planted = {
      id: newId('user'),
      role: 'senior_admin',
      status: 'banned',
      statusReason: 'x',
      email: 'other@example.test',
      password: PASSWORD,
      passwordHash: 'x',
      password_hash: 'x',
      balance: 100,
      emailVerifiedAt: 1,
      email_verified_at: 1,
      twoFactor: 'off',
      two_factor: 'off',
      permissions: ['users.manage'],
      regionId: newId('region'),
      createdAt: 1,
      suspendedUntil: 1,
      onboardingStep: 9,
    }
    const put = (path: string, body: object) =>
      client.put(`${CUSTOMERS}/${user.id}${path}`).headers(headers).json(body)
    ;(await put('', planted)).assertStatus(200)
    assert.deepEqual(await row(), before)
    ;(await put('/suspend', { reason: 'A check', ...planted })).assertStatus(200)
    const { status, status_reason: reason, updated_at: at, ...rest } = await row()
    assert.deepEqual([status, reason], ['suspended', 'A check'])
    assert.deepEqual({ ...before, ...rest }, { ...before })
    assert.isAtLeast(Number(at), Number(before.updated_at))
  })

  test('refuses a number that is taken, or the only way in, and fields of clients at partners', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('admin')
    const phone = `+49153${String(Date.now()).slice(-8)}`
    const owner = await actorOfRole('client', { phone, phoneVerifiedAt: 1, email: null })
    const other = await actorOfRole('partner')
    const put = async (id: string, body: object) => {
      const response = await client.put(`${CUSTOMERS}/${id}`).headers(headers).json(body)
      return [response.status(), response.body().errors?.[0].field]
    }
    assert.deepEqual(await put(other.user.id, { phone }), [422, 'phone'])
    assert.deepEqual(await put(owner.user.id, { phone: null }), [422, 'phone'])
    assert.deepEqual(await put(owner.user.id, { phone: `${phone}1` }), [422, 'phone'])
    assert.deepEqual((await put(owner.user.id, { phone, country: 'AT' }))[0], 200)
    assert.deepEqual(await put(other.user.id, { companyName: 'X' }), [422, 'companyName'])
    assert.deepEqual(await put(other.user.id, { name: '' }), [422, 'name'])
    const { client: gone } = await noteBy(await actorOfRole('agent'))
    await db.from('users').where('id', gone.user.id).update({ status: 'deleted' })
    assert.equal((await put(gone.user.id, { name: 'X' }))[0], 404)
  })
})

test.group('clients.customers.destroy', () => {
  test('erases an account, for a reason that names nobody, after a fresh proof', async ({
    client,
    assert,
  }) => {
    const senior = await actorOfRole('senior_admin')
    const { user, headers } = await actorOfRole('client', { name: `Ada ${unique('By')}` })
    const ask = (body: object, id = user.id) =>
      client
        .delete(`${CUSTOMERS}/${id}`)
        .headers(senior.headers)
        .header('x-reason', encodeURIComponent(`${user.name} wrote`))
        .json(body)
    ;(await ask({})).assertStatus(422)
    await letProofAge(senior)
    const late = await ask({ reason: 'by letter' })
    late.assertStatus(403)
    assert.equal(late.body().errors[0].code, 'E_STEP_UP_REQUIRED')
    await proveAgain(senior)
    const reason = `${user.name} asked by letter`
    ;(await ask({ reason }, (await actorOfRole('agent')).user.id)).assertStatus(404)
    ;(await ask({ reason })).assertStatus(204)
    ;(await ask({ reason })).assertStatus(204)
    ;(await client.get('/api/v1/user/profile').headers(headers)).assertStatus(401)
    const lines = await db
      .from('audit_entries')
      .where({ subject_id: user.id, actor_id: senior.user.id })
    const erased = lines.filter(({ action }) => action === 'user.erased')
    assert.deepEqual(
      erased.map((line) => line.reason),
      ['[erased] asked by letter']
    )
    assert.notInclude(JSON.stringify(lines), user.name)
    const kept = await db.from('users').where('id', user.id).firstOrFail()
    assert.include(kept, { status: 'deleted', email: null })
  })

  test('is refused while something is open', async ({ client, assert }) => {
    const { headers } = await actorOfRole('senior_admin')
    const partner = await richPartner(500)
    const url = `${CUSTOMERS}/${partner.user.id}`
    const answer = await client.delete(url).headers(headers).json({ reason: 'a reason' })
    answer.assertStatus(409)
    assert.equal(answer.body().errors[0].code, 'E_OPEN_MATTERS')
  })
})

test.group('clients.customers.show, impersonations', () => {
  test('shows who looked to those who may look themselves', async ({ client, assert }) => {
    const [admin, agent] = [await actorOfRole('admin'), await actorOfRole('agent')]
    const { user } = await actorOfRole('client')
    const { id } = await lookAs(admin, { user })
    const fileFor = async ({ headers }: typeof admin) =>
      (await client.get(`${CUSTOMERS}/${user.id}`).headers(headers)).body().data
    assert.notProperty(await fileFor(agent), 'impersonations')
    const [look] = (await fileFor(admin)).impersonations
    assert.containSubset(look, { id, staff: { id: admin.user.id }, endedAt: null })
  })
})
