import env from '#start/env'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, SECOND } from '#core/support/clock'
import { actorOfRole, logIn, PASSWORD, type TestActor } from '#tests/helpers/actors'
import { withApp } from '#tests/helpers/factors'
import { codeSentTo, drainOutbox, mailsTo } from '#tests/helpers/outbox'

test.group('auth.sessions.store', () => {
  test('opens a session that both header forms carry', async ({ client }) => {
    const { user } = await actorOfRole('client')
    const login = await client
      .post('/api/v1/auth/login')
      .json({ email: user.email!, password: PASSWORD })
    login.assertStatus(200)
    const { accessToken } = login.body().data

    for (const header of [accessToken, `Bearer ${accessToken}`, `bearer ${accessToken}`]) {
      const response = await client.get('/api/v1/auth/sessions').header('authorization', header)
      response.assertStatus(200)
    }
  })

  test('tells an unknown account and a wrong password alike', async ({ client, assert }) => {
    const { user } = await actorOfRole('client')
    const wrong = await client
      .post('/api/v1/auth/login')
      .json({ email: user.email!, password: 'not the password' })
    const unknown = await client
      .post('/api/v1/auth/login')
      .json({ email: 'nobody@example.test', password: 'not the password' })

    wrong.assertStatus(401)
    unknown.assertStatus(401)
    assert.deepEqual(wrong.body().errors, unknown.body().errors)
  })

  test('asks for the second factor of an account that has one', async ({ client, assert }) => {
    const { user } = await actorOfRole('admin', { twoFactor: 'email' })
    const login = await client
      .post('/api/v1/auth/login')
      .json({ email: user.email!, password: PASSWORD })
    const { requires2FA, challenge, methods } = login.body().data
    assert.isTrue(requires2FA)
    assert.deepEqual(methods, ['email'])

    const code = await codeSentTo(user.email!)
    const finished = await client.post('/api/v1/auth/login/verify-2fa').json({ challenge, code })
    finished.assertStatus(200)
    assert.include(finished.body().data.user.permissions, 'verifications.review')
  })

  test('keeps the tokens of a browser out of the body, and wants proof on writes', async ({
    client,
    assert,
  }) => {
    const { user } = await actorOfRole('client')
    const login = await client
      .post('/api/v1/auth/login')
      .json({ email: user.email!, password: PASSWORD, transport: 'cookie' })
    assert.isNull(login.body().data.accessToken)
    const cookies = login.headers()['set-cookie'] as unknown as string[]
    assert.match(cookies.join('\n'), /souk_access=[^;]+;.*HttpOnly;.*SameSite=Lax/i)
    const jar = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
    const csrf = /souk_csrf=([^;]+)/.exec(jar)![1]

    const read = await client.get('/api/v1/auth/sessions').header('cookie', jar)
    read.assertStatus(200)
    const forged = await client.post('/api/v1/auth/logout').header('cookie', jar)
    forged.assertStatus(403)
    const meant = await client
      .post('/api/v1/auth/logout')
      .header('cookie', jar)
      .header('x-csrf-token', csrf)
    meant.assertStatus(204)
  })

  test('has one refresh cookie for both spellings of the addresses, and takes an older one back', async ({
    client,
    assert,
  }) => {
    const { user } = await actorOfRole('client')
    const body = { email: user.email!, password: PASSWORD, transport: 'cookie' }
    const login = await client.post('/api/auth/login').json(body)
    const setBy = (answer: typeof login, name: string) =>
      (answer.headers()['set-cookie'] as unknown as string[])
        .filter((cookie) => cookie.startsWith(`${name}=`))
        .map((cookie) => [/Path=([^;]+)/i.exec(cookie)![1], /Max-Age=0|Max-Age=-1/i.test(cookie)])
    const both = [
      ['/api', false],
      ['/api/v1/auth', true],
    ]
    assert.deepEqual(setBy(login, 'souk_refresh'), both)
    assert.deepEqual(setBy(login, 'souk_device'), both)
    const cookies = login.headers()['set-cookie'] as unknown as string[]
    const jar = cookies
      .filter((cookie) => !/Path=\/api\/v1/i.test(cookie))
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    const refreshed = await client.post('/api/auth/refresh-token').header('cookie', jar).json({})
    refreshed.assertStatus(200)
    assert.deepEqual(setBy(refreshed, 'souk_refresh'), both)
    const csrf = /souk_csrf=([^;]+)/.exec(jar)![1]
    const out = await client
      .post('/api/auth/logout')
      .header('cookie', jar)
      .header('x-csrf-token', csrf)
    const gone = setBy(out, 'souk_refresh')
    assert.sameDeepMembers(gone, [
      ['/api', true],
      ['/api/v1/auth', true],
    ])
  })

  test('gives no cookies to a foreign page, by whatever door', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const { app } = await withApp(person)
    const plain = await actorOfRole('client')
    const secret = 'x'.repeat(43)
    const post = (path: string, origin: string | null, body: object) => {
      const request = client.post(`/api/v1/auth/${path}`).json({ transport: 'cookie', ...body })
      return origin === null ? request : request.header('origin', origin)
    }
    const login = { email: plain.user.email!, password: PASSWORD }
    const doors: [path: string, body: object][] = [
      ['login', login],
      ['verify-email', { email: plain.user.email, code: '123456' }],
      ['verify-otp', { phone: '+4915112345678', code: '123456' }],
      ['oidc/google', { idToken: 'x' }],
      ['oidc/exchange', { code: secret, codeVerifier: secret }],
      ['oidc/link', { challenge: secret, password: PASSWORD }],
    ]
    for (const [path, body] of doors)
      for (const origin of ['https://evil.test', 'null', 'http://127.0.0.1:3000.evil.test']) {
        const refused = await post(path, origin, body)
        refused.assertStatus(403)
        assert.equal(refused.body().errors[0].code, 'E_FOREIGN_PAGE', path)
        assert.isUndefined(refused.header('set-cookie'))
      }

    const begun = await post('login', null, { email: person.user.email, password: PASSWORD })
    const { challenge } = begun.body().data
    const finish = (origin: string) =>
      post('login/verify-2fa', origin, { challenge, code: app.next() })
    const finished = await finish('https://evil.test')
    finished.assertStatus(403)
    assert.isUndefined(finished.header('set-cookie'))
    ;(await finish(new URL(env.get('APP_URL')).origin)).assertStatus(200)

    const own = await post('login', env.get('ALLOWED_ORIGINS')[0], login)
    own.assertStatus(200)
    const cookies = own.headers()['set-cookie'] as unknown as string[]
    const jar = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
    const refresh = (origin: string) => post('refresh-token', origin, {}).header('cookie', jar)
    ;(await refresh('https://evil.test')).assertStatus(403)
    ;(await refresh(env.get('ALLOWED_ORIGINS')[0])).assertStatus(200)
    const bearer = await post('login', 'https://evil.test', { ...login, transport: 'bearer' })
    bearer.assertStatus(200) // nothing that a browser would keep
    assert.isUndefined(bearer.header('set-cookie'))
  })
})

test.group('auth.sessions.update', (group) => {
  group.each.teardown(() => clock.reset())

  test('twenty refreshes at once keep one live chain', async ({ client, assert }) => {
    const { refreshToken } = await actorOfRole('client')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        client.post('/api/v1/auth/refresh-token').json({ refreshToken })
      )
    )

    assert.deepEqual([...new Set(answers.map((answer) => answer.status()))], [200])
    const children = new Set(answers.map((answer) => answer.body().data.refreshToken))
    assert.equal(children.size, 1)
    const next = await client
      .post('/api/v1/auth/refresh-token')
      .json({ refreshToken: [...children][0] })
    next.assertStatus(200)
  })

  test('a token used again later ends the whole family and mails its owner', async ({
    client,
    assert,
  }) => {
    const { user, refreshToken, headers } = await actorOfRole('client')
    const first = await client.post('/api/v1/auth/refresh-token').json({ refreshToken })
    clock.travel(11 * SECOND)
    const replay = await client.post('/api/v1/auth/refresh-token').json({ refreshToken })
    const child = await client
      .post('/api/v1/auth/refresh-token')
      .json({ refreshToken: first.body().data.refreshToken })
    const access = await client.get('/api/v1/auth/sessions').headers(headers)

    replay.assertStatus(401)
    child.assertStatus(401)
    access.assertStatus(401)
    await drainOutbox()
    assert.include((await mailsTo(user.email!)).at(-1), 'used twice')
  })
})

test.group('auth.sessions.destroy', () => {
  test("ends an own session and takes nobody else's for one", async ({ client }) => {
    const owner = await actorOfRole('client')
    const stranger = await actorOfRole('client')
    const foreign = await client
      .delete(`/api/v1/auth/sessions/${owner.sessionId}`)
      .headers(stranger.headers)
    foreign.assertStatus(404)

    const own = await client
      .delete(`/api/v1/auth/sessions/${owner.sessionId}`)
      .headers(owner.headers)
    own.assertStatus(204)
    const after = await client.get('/api/v1/auth/sessions').headers(owner.headers)
    after.assertStatus(401)
  })
})

test.group('auth.sessions.clear', () => {
  test("ends all but this one, and nobody else's", async ({ client, assert }) => {
    const here = await actorOfRole('client')
    const others = [await logIn(here.user), await logIn(here.user)]
    const stranger = await actorOfRole('client')
    const statusOf = async ({ headers }: TestActor) =>
      (await client.get('/api/v1/auth/sessions').headers(headers)).status()
    const clear = () => client.delete('/api/v1/auth/sessions').headers(here.headers)

    const cleared = await clear()
    cleared.assertStatus(200)
    assert.deepEqual(cleared.body().data, { ended: 2 })
    for (const other of others) {
      assert.equal(await statusOf(other), 401)
      const { refreshToken } = other
      const refresh = await client.post('/api/v1/auth/refresh-token').json({ refreshToken })
      refresh.assertStatus(401)
    }
    assert.deepEqual([await statusOf(here), await statusOf(stranger)], [200, 200])
    assert.deepEqual((await clear()).body().data, { ended: 0 })
    const about = { action: 'session.others_ended', subject_id: here.user.id }
    const lines = await db.from('audit_entries').where(about).orderBy('id')
    assert.deepEqual(
      lines.map(({ actor_id: by, after }) => [by, JSON.parse(after)]),
      [
        [here.user.id, { count: 2 }],
        [here.user.id, { count: 0 }],
      ]
    )
  })
})
