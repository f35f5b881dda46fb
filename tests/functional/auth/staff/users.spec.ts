import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { STAFF_ROLES } from '#core/actor'
import { newId } from '#core/support/ids'
import { actorOfRole, PASSWORD, unique } from '#tests/helpers/actors'
import { linkTokenSentTo, mailsTo } from '#tests/helpers/outbox'

const USERS = '/api/v1/admin/users'
const MANAGERS = ['dev', 'senior_dev', 'senior_admin']

const newcomer = (role: string) => ({
  name: 'Sam Staff',
  email: `${unique('s')}@example.test`,
  role,
})

test.group('auth.staff.users', () => {
  test('is for those who manage users', async ({ client, assert }) => {
    ;(await client.get(USERS)).assertStatus(401)
    for (const role of [...STAFF_ROLES, 'client', 'partner'] as const) {
      const { headers } = await actorOfRole(role)
      const list = await client.get(USERS).headers(headers)
      assert.equal(list.status(), MANAGERS.includes(role) ? 200 : 403, role)
    }
  })
})

test.group('auth.staff.users.index', () => {
  test('filters by role, status and how a name or address begins', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const word = unique('Zed')
    const { user: agent } = await actorOfRole('agent', { name: `${word} A` })
    const { user: hr } = await actorOfRole('hr', { email: `${word.toLowerCase()}@example.test` })
    await actorOfRole('client', { name: `${word} C` })
    const list = async (qs: object) => {
      const response = await client
        .get(USERS)
        .qs({ search: word, ...qs })
        .headers(headers)
      response.assertStatus(200)
      return response.body().data.map((user: any) => user.id)
    }
    assert.sameMembers(await list({}), [agent.id, hr.id])
    assert.deepEqual(await list({ role: 'hr' }), [hr.id])
    assert.deepEqual(await list({ status: 'suspended' }), [])
    assert.deepEqual(await list({ search: '%' }), [])
    ;(await client.get(USERS).qs({ role: 'client' }).headers(headers)).assertStatus(422)
    const pages = await client.get(USERS).qs({ search: word, limit: 1 }).headers(headers)
    const cursor = pages.body().meta.nextCursor
    assert.lengthOf(await list({ limit: 1, cursor }), 1)
  })
})

test.group('auth.staff.users.store', () => {
  test('invites by mail; the link sets the password', async ({ client, assert }) => {
    const { headers } = await actorOfRole('dev')
    const input = newcomer('agent')
    const response = await client.post(USERS).headers(headers).json(input)
    response.assertStatus(201)
    assert.equal(response.body().data.role, 'agent')
    assert.isFalse(response.body().data.isEmailVerified)

    const token = await linkTokenSentTo(input.email)
    assert.include((await mailsTo(input.email))[0], 'agent')
    const set = await client
      .post(`/api/v1/auth/reset-password/${token}`)
      .json({ password: PASSWORD })
    set.assertStatus(204)
    const login = await client
      .post('/api/v1/auth/login')
      .json({ email: input.email, password: PASSWORD })
    login.assertStatus(200)
    assert.include(login.body().data.user.permissions, 'tickets.work')
    const subject = { subject_id: response.body().data.id, action: 'staff_account.created' }
    assert.exists(await db.from('audit_entries').where(subject).first())
  })

  test('lets nobody make, promote to or manage a role above the own', async ({
    client,
    assert,
  }) => {
    const REACH: Record<string, string[]> = {
      dev: ['agent', 'hr', 'dev'],
      senior_dev: ['agent', 'hr', 'dev', 'senior_dev'],
      senior_admin: [...STAFF_ROLES],
    }
    for (const maker of MANAGERS as ('dev' | 'senior_dev' | 'senior_admin')[]) {
      const { headers } = await actorOfRole(maker)
      const put = (id: string, body: object) =>
        client.put(`${USERS}/${id}`).headers(headers).json(body)
      for (const role of STAFF_ROLES) {
        const may = REACH[maker].includes(role)
        const made = await client.post(USERS).headers(headers).json(newcomer(role))
        assert.equal(made.status(), may ? 201 : 403, `${maker} makes ${role}`)
        const agent = await actorOfRole('agent')
        const promoted = await put(agent.user.id, { role })
        assert.equal(promoted.status(), may ? 200 : 403, `${maker} promotes to ${role}`)
        const held = await actorOfRole(role, { twoFactor: 'email' })
        const opened = await put(held.user.id, { twoFactor: 'off' })
        assert.equal(opened.status(), may ? 200 : 403, `${maker} disarms ${role}`)
      }
    }
  })

  test('refuses clients, partners, known addresses and nonsense', async ({ client, assert }) => {
    const { headers } = await actorOfRole('senior_admin')
    const known = await actorOfRole('client')
    const post = (body: object) => client.post(USERS).headers(headers).json(body)
    ;(await post(newcomer('client'))).assertStatus(422)
    const taken = await post({ ...newcomer('hr'), email: known.user.email! })
    taken.assertStatus(422)
    assert.equal(taken.body().errors[0].field, 'email')
    assert.lengthOf((await post({})).body().errors, 3)
  })
})

test.group('auth.staff.users.update', () => {
  test('a new role and a suspension act at once', async ({ client, assert }) => {
    const boss = await actorOfRole('senior_admin')
    const put = (id: string, body: object) =>
      client.put(`${USERS}/${id}`).headers(boss.headers).json(body)

    const promoted = await actorOfRole('agent')
    ;(await client.get('/api/v1/user/profile').headers(promoted.headers)).assertStatus(200)
    const answer = await put(promoted.user.id, { role: 'dev' })
    answer.assertStatus(200)
    assert.equal(answer.body().data.role, 'dev')
    ;(await client.get('/api/v1/user/profile').headers(promoted.headers)).assertStatus(401)

    const suspended = await actorOfRole('agent')
    ;(await client.get('/api/v1/user/profile').headers(suspended.headers)).assertStatus(200)
    ;(await put(suspended.user.id, { status: 'suspended' })).assertStatus(200)
    ;(await client.get('/api/v1/user/profile').headers(suspended.headers)).assertStatus(401)
    const { refreshToken } = suspended
    const refresh = await client.post('/api/v1/auth/refresh-token').json({ refreshToken })
    refresh.assertStatus(401)
    const login = await client
      .post('/api/v1/auth/login')
      .json({ email: suspended.user.email!, password: PASSWORD })
    login.assertStatus(401)

    const entry = await db
      .from('audit_entries')
      .where({ subject_id: suspended.user.id, action: 'staff_account.changed' })
      .first()
    assert.deepEqual(JSON.parse(entry.before), { status: 'active' })
    assert.deepEqual(JSON.parse(entry.after), { status: 'suspended' })
    assert.equal(entry.actor_id, boss.user.id)
  })

  test('a second factor ends the sessions that were opened without it', async ({
    client,
    assert,
  }) => {
    const boss = await actorOfRole('dev')
    const agent = await actorOfRole('agent')
    const response = await client
      .put(`${USERS}/${agent.user.id}`)
      .headers(boss.headers)
      .json({ twoFactor: 'email' })
    assert.equal(response.body().data.twoFactor, 'email')
    ;(await client.get('/api/v1/user/profile').headers(agent.headers)).assertStatus(401)

    const helped = await actorOfRole('agent', { twoFactor: 'email' })
    const off = { twoFactor: 'off' }
    await client.put(`${USERS}/${helped.user.id}`).headers(boss.headers).json(off)
    ;(await client.get('/api/v1/user/profile').headers(helped.headers)).assertStatus(200)
  })

  test('keeps everybody off themselves, devs off admins, and all off clients', async ({
    client,
    assert,
  }) => {
    const boss = await actorOfRole('senior_admin')
    const dev = await actorOfRole('senior_dev')
    const admin = await actorOfRole('admin')
    const agent = await actorOfRole('agent')
    const customer = await actorOfRole('client')
    const put = (who: typeof boss, id: string, body: object) =>
      client.put(`${USERS}/${id}`).headers(who.headers).json(body)

    const own = await put(boss, boss.user.id, { role: 'agent' })
    own.assertStatus(403)
    assert.equal(own.body().errors[0].code, 'E_OWN_ACCOUNT')
    ;(await put(dev, dev.user.id, { role: 'senior_admin' })).assertStatus(403)
    ;(await put(dev, admin.user.id, { status: 'suspended' })).assertStatus(403)
    ;(await put(dev, agent.user.id, { role: 'admin' })).assertStatus(403)
    ;(await put(boss, admin.user.id, { role: 'agent' })).assertStatus(200)
    const foreign = await put(boss, customer.user.id, { status: 'suspended' })
    const missing = await put(boss, newId('user'), { status: 'suspended' })
    foreign.assertStatus(404)
    assert.deepEqual(foreign.body().errors, missing.body().errors)
    ;(await put(boss, agent.user.id, { status: 'deleted' })).assertStatus(422)
    ;(await put(boss, agent.user.id, { role: 'partner' })).assertStatus(422)
  })
})

test.group('auth.staff.users.destroy', () => {
  test('deactivates, by the published spelling too, and can be taken back', async ({
    client,
    assert,
  }) => {
    const boss = await actorOfRole('dev')
    const agent = await actorOfRole('agent')
    const gone = await client.delete(`/api/user/${agent.user.id}`).headers(boss.headers)
    gone.assertStatus(204)
    ;(await client.get('/api/v1/user/profile').headers(agent.headers)).assertStatus(401)
    const action = { subject_id: agent.user.id, action: 'staff_account.deactivated' }
    assert.exists(await db.from('audit_entries').where(action).first())
    const back = await client
      .put(`/api/user/${agent.user.id}`)
      .headers(boss.headers)
      .json({ status: 'active' })
    assert.equal(back.body().data.status, 'active')
    const self = await client.delete(`${USERS}/${boss.user.id}`).headers(boss.headers)
    self.assertStatus(403)
  })
})
