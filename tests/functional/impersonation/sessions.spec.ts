import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import ChangeStaffAccount from '#auth/actions/change_staff_account'
import LogOut from '#auth/actions/log_out'
import SetPassword from '#auth/actions/set_password'
import { signAccessToken } from '#auth/services/access_tokens'
import { clock, MINUTE, SECOND } from '#core/support/clock'
import { newId } from '#core/support/ids'
import CloseEndedTask from '#impersonation/tasks/close_ended_task'
import { actorOfRole, PASSWORD, type TestActor } from '#tests/helpers/actors'
import { lookAs, loggedOf, type Eyes } from '#tests/helpers/impersonation'
import { asActor } from '#tests/helpers/marketplace'

const base = '/api/v1'
const MEMORY = 2 * SECOND

const rowOf = (id: string) => db.from('impersonations').where({ id }).firstOrFail()

test.group('impersonation.staff.impersonations.store', (group) => {
  group.each.teardown(() => clock.reset())

  test('gives a token that opens the client view, named in the answer', async ({
    client,
    assert,
  }) => {
    const [admin, person] = [await actorOfRole('admin'), await actorOfRole('client')]
    const started = await client
      .post(`${base}/admin/impersonate/start`)
      .headers(admin.headers)
      .json({ customerId: person.user.id, reason: 'ticket 42' })
    started.assertStatus(201)
    const { sessionId, impersonationToken, expiresAt } = started.body().data
    assert.match(sessionId, /^imp_/)
    assert.closeTo(Date.parse(expiresAt), clock.now() + 30 * MINUTE, 5_000)

    const seen = await client
      .get(`${base}/user/profile`)
      .header('x-impersonation-token', impersonationToken)
    seen.assertStatus(200)
    assert.equal(seen.body().data.id, person.user.id)
    assert.isNull(seen.body().data.twoFactor)
    assert.equal(seen.header('x-impersonation-session'), sessionId)
    const stored = await rowOf(sessionId)
    assert.notInclude(JSON.stringify(stored), impersonationToken)
    const [line] = await db
      .from('audit_entries')
      .where({ action: 'impersonation.started', subject_id: person.user.id })
    assert.containSubset(line, { actor_id: admin.user.id, reason: 'ticket 42' })
  })

  test('wants a reason, and a life of at most half an hour', async ({ client }) => {
    const { headers } = await actorOfRole('admin')
    const customerId = (await actorOfRole('client')).user.id
    const start = (body: object) =>
      client.post(`${base}/admin/impersonate/start`).headers(headers).json(body)
    ;(await start({ customerId })).assertStatus(422)
    ;(await start({ customerId, reason: '  ' })).assertStatus(422)
    ;(await start({ customerId, reason: 'x', minutes: 31 })).assertStatus(422)
    ;(await start({ customerId, reason: 'x', minutes: 0 })).assertStatus(422)
  })

  test('refuses staff, oneself, whoever is locked out, nobody, and a second one', async ({
    client,
    assert,
  }) => {
    const admin = await actorOfRole('admin')
    const start = async (customerId: string, by: Record<string, string> = admin.headers) => {
      const request = client.post(`${base}/admin/impersonate/start`).headers(by)
      const response = await request.json({ customerId, reason: 'x' })
      return `${response.status()} ${response.body().errors?.[0].code}`
    }
    for (const role of ['agent', 'admin', 'senior_admin'] as const)
      assert.equal(await start((await actorOfRole(role)).user.id), '403 E_IMPERSONATION_TARGET')
    assert.equal(await start(admin.user.id), '403 E_IMPERSONATION_TARGET')
    assert.equal(await start(newId('user')), '404 E_NOT_FOUND')
    for (const status of ['suspended', 'deleted']) {
      const locked = await actorOfRole('client', { status } as object)
      assert.equal(await start(locked.user.id), '409 E_IMPERSONATION_TARGET_LOCKED')
    }
    const person = await actorOfRole('partner')
    const eyes = await lookAs(admin, person)
    assert.equal(await start(person.user.id), '409 E_IMPERSONATION_OPEN')
    assert.equal(await start(person.user.id, eyes.headers), '403 E_IMPERSONATION_READ_ONLY')
  })

  test('of twenty that start at once one does', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const people = await Promise.all(Array.from({ length: 20 }, () => actorOfRole('client')))
    const answers = await Promise.all(
      people.map(({ user }) =>
        client
          .post(`${base}/admin/impersonate/start`)
          .headers(admin.headers)
          .json({ customerId: user.id, reason: 'x' })
      )
    )
    assert.lengthOf(
      answers.filter((answer) => answer.status() === 201),
      1
    )
    assert.lengthOf(
      answers.filter((answer) => answer.status() === 409),
      19
    )
  })
})

test.group('an impersonation is over', (group) => {
  group.each.teardown(() => clock.reset())

  interface Look {
    admin: TestActor
    person: TestActor
    eyes: Eyes
  }

  const endings: [how: string, reason: string, end: (look: Look) => Promise<unknown>][] = [
    ['half an hour after its start', 'expired', async () => clock.travel(30 * MINUTE)],
    [
      'when its staff member logs out',
      'logged_out',
      ({ admin }) => new LogOut().execute({ actor: asActor(admin), sessionId: admin.sessionId }),
    ],
    [
      'when its staff member loses the role',
      'role_lost',
      async ({ admin }) => {
        const actor = asActor(await actorOfRole('senior_admin'))
        await new ChangeStaffAccount().execute({ actor, userId: admin.user.id, role: 'agent' })
      },
    ],
    [
      'when its staff member is suspended',
      'staff_changed',
      async ({ admin }) => {
        const actor = asActor(await actorOfRole('senior_admin'))
        const userId = admin.user.id
        await new ChangeStaffAccount().execute({ actor, userId, status: 'suspended' })
      },
    ],
    [
      'when its staff member sets a password',
      'staff_changed',
      ({ admin }) =>
        new SetPassword().byOldPassword({
          actor: asActor(admin),
          currentPassword: PASSWORD,
          newPassword: 'another good password',
        }),
    ],
    [
      'when the client sets a password',
      'client_changed',
      ({ person }) =>
        new SetPassword().byOldPassword({
          actor: asActor(person),
          currentPassword: PASSWORD,
          newPassword: 'another good password',
        }),
    ],
    [
      'when the client is suspended',
      'client_changed',
      ({ person }) =>
        db.from('users').where({ id: person.user.id }).update({ status: 'suspended' }),
    ],
  ]

  for (const [how, reason, end] of endings)
    test(how, async ({ client, assert }) => {
      const [admin, person] = [await actorOfRole('admin'), await actorOfRole('client')]
      const eyes = await lookAs(admin, person)
      const look = () => client.get(`${base}/orders`).headers(eyes.headers)
      ;(await look()).assertStatus(200)
      await end({ admin, person, eyes })
      clock.travel(MEMORY + 1)
      const refused = await look()
      refused.assertStatus(401)
      assert.equal(refused.body().errors[0].code, 'E_IMPERSONATION_OVER')
      assert.containSubset(await rowOf(eyes.id), { end_reason: reason, open_staff_id: null })
      assert.lengthOf(await loggedOf(eyes.id), 1)
      const [entry] = await db.from('notifications').where({ user_id: person.user.id })
      assert.containSubset(entry, { kind: 'account_viewed', subject_id: eyes.id })
    })

  test('also when nobody asks any more: a task sees to it within a minute', async ({ assert }) => {
    const eyes = await lookAs(await actorOfRole('admin'), await actorOfRole('client'))
    const other = await lookAs(await actorOfRole('admin'), await actorOfRole('client'))
    const { expires_at: expiresAt } = await rowOf(eyes.id)
    await db
      .from('impersonations')
      .where({ id: other.id })
      .update({ expires_at: clock.now() + 90 * MINUTE })
    clock.travel(40 * MINUTE)
    await new CloseEndedTask().run()
    await new CloseEndedTask().run()
    assert.containSubset(await rowOf(eyes.id), { end_reason: 'expired', ended_at: expiresAt })
    assert.isNull((await rowOf(other.id)).ended_at)
    assert.lengthOf(await db.from('notifications').where({ subject_id: eyes.id }), 1)
  })

  test('by its staff member, with either token; the next may begin', async ({ client, assert }) => {
    const [admin, person] = [await actorOfRole('admin'), await actorOfRole('client')]
    for (const which of ['own', 'eyes'] as const) {
      const eyes = await lookAs(admin, person)
      await client.get(`${base}/orders`).headers(eyes.headers)
      const headers = which === 'own' ? admin.headers : eyes.headers
      const ended = await client
        .post(`${base}/admin/impersonate/end`)
        .headers(headers as Record<string, string>)
        .json({ note: 'done' })
      ended.assertStatus(200)
      assert.containSubset(ended.body().data, { id: eyes.id, endReason: 'ended', views: 1 })
      assert.isAtMost(ended.body().data.durationSeconds, 60)
      ;(await client.get(`${base}/orders`).headers(eyes.headers)).assertStatus(401)
    }
    const again = await client.post(`${base}/admin/impersonate/end`).headers(admin.headers).json({})
    again.assertStatus(409)
    assert.equal(again.body().errors[0].code, 'E_NO_IMPERSONATION')
  })

  test('an expired one does not keep its staff member from the next', async ({ assert }) => {
    const admin = await actorOfRole('admin')
    const first = await lookAs(admin, await actorOfRole('client'))
    clock.travel(31 * MINUTE)
    const second = await lookAs(admin, await actorOfRole('client'))
    assert.equal((await rowOf(first.id)).end_reason, 'expired')
    assert.isNull((await rowOf(second.id)).ended_at)
  })
})

test.group('the token of an impersonation', () => {
  test('is no access token, and an access token is none of its kind', async ({
    client,
    assert,
  }) => {
    const [admin, person] = [await actorOfRole('admin'), await actorOfRole('client')]
    const eyes = await lookAs(admin, person)
    const token = eyes.headers['x-impersonation-token']
    let [tried, accepted] = [0, 0]
    const ask = async (headers: Record<string, string>) => {
      tried++
      const response = await client.get(`${base}/orders`).headers(headers)
      if (response.status() !== 401) accepted++
    }
    for (const value of [token, `Bearer ${token}`, `bearer ${token}`, `${token}.a.b`, eyes.id]) {
      await ask({ authorization: value })
      await ask({ cookie: `souk_access=${value}` })
    }
    const forClient = await signAccessToken(person.user.id, eyes.id)
    const forStaff = await signAccessToken(admin.user.id, eyes.id)
    for (const forged of [forClient, forStaff]) await ask({ authorization: `Bearer ${forged}` })
    const { accessToken, refreshToken } = admin
    const flipped = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    const others = [
      accessToken,
      person.accessToken,
      refreshToken,
      eyes.id,
      flipped,
      '',
      ' ',
      `Bearer ${token}`,
    ]
    for (const value of others) await ask({ 'x-impersonation-token': value })
    for (let i = 0; i < token.length; i++)
      await ask({ 'x-impersonation-token': token.slice(0, i) + token.slice(i + 1) })
    console.log(`      ${accepted} of ${tried} wrong tokens accepted`)
    assert.equal(accepted, 0)
    ;(await client.get(`${base}/orders`).headers(eyes.headers)).assertStatus(200)
  })

  test('cannot be refreshed', async ({ client }) => {
    const eyes = await lookAs(await actorOfRole('admin'), await actorOfRole('client'))
    const refreshToken = eyes.headers['x-impersonation-token']
    const refreshed = await client.post(`${base}/auth/refresh-token`).json({ refreshToken })
    refreshed.assertStatus(401)
    const through = await client
      .post(`${base}/auth/refresh-token`)
      .headers(eyes.headers)
      .json({ refreshToken })
    through.assertStatus(403)
  })

  test('goes with no other access token than that of its staff member', async ({ client }) => {
    const [admin, person] = [await actorOfRole('admin'), await actorOfRole('client')]
    const eyes = await lookAs(admin, person)
    const ask = async (authorization: string) =>
      (await client.get(`${base}/orders`).headers({ ...eyes.headers, authorization })).status()
    const [other, same] = [await actorOfRole('senior_admin'), admin.headers.authorization]
    for (const [authorization, status] of [
      [same, 200],
      [other.headers.authorization, 401],
      [person.headers.authorization, 401],
      ['Bearer nonsense', 401],
    ] as const)
      if ((await ask(authorization)) !== status) throw new Error(`${authorization}: not ${status}`)
  })
})
