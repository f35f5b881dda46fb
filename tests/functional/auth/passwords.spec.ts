import { test } from '@japa/runner'
import { actorOfRole, logIn, PASSWORD } from '#tests/helpers/actors'
import { linkTokenSentTo } from '#tests/helpers/outbox'

const NEW = 'a much better password'

test.group('auth.passwords.update', () => {
  const CHANGE = '/api/v1/user/change-password'

  test('needs the old one, and ends the other sessions', async ({ client, assert }) => {
    const here = await actorOfRole('client')
    const there = await logIn(here.user)
    const put = (body: object) => client.put(CHANGE).headers(here.headers).json(body)
    ;(await client.put(CHANGE).json({})).assertStatus(401)
    const wrong = await put({ currentPassword: 'not it at all', newPassword: NEW })
    wrong.assertStatus(422)
    assert.equal(wrong.body().errors[0].field, 'currentPassword')
    const short = await put({ currentPassword: PASSWORD, newPassword: 'short' })
    assert.equal(short.body().errors[0].field, 'newPassword')

    ;(await put({ currentPassword: PASSWORD, newPassword: NEW })).assertStatus(204)
    ;(await client.get('/api/v1/user/profile').headers(here.headers)).assertStatus(200)
    ;(await client.get('/api/v1/user/profile').headers(there.headers)).assertStatus(401)
    const login = (password: string) =>
      client.post('/api/v1/auth/login').json({ email: here.user.email!, password })
    ;(await login(PASSWORD)).assertStatus(401)
    ;(await login(NEW)).assertStatus(200)
  })
})

test.group('auth.password_resets.update', () => {
  test('a link works once and ends all sessions', async ({ client }) => {
    const { user, headers } = await actorOfRole('client')
    const forgot = await client.post('/api/v1/auth/forgot-password').json({ email: user.email! })
    forgot.assertStatus(202)
    const url = `/api/v1/auth/reset-password/${await linkTokenSentTo(user.email!)}`
    ;(await client.post(url).json({ password: 'short' })).assertStatus(422)
    ;(await client.post(url).json({ password: NEW })).assertStatus(204)
    ;(await client.post(url).json({ password: NEW })).assertStatus(422)
    ;(await client.get('/api/v1/user/profile').headers(headers)).assertStatus(401)
    const login = await client
      .post('/api/v1/auth/login')
      .json({ email: user.email!, password: NEW })
    login.assertStatus(200)
  })

  test('a newer link voids the older', async ({ client }) => {
    const { user } = await actorOfRole('client')
    const forgot = () => client.post('/api/v1/auth/forgot-password').json({ email: user.email! })
    await forgot()
    const older = await linkTokenSentTo(user.email!)
    await forgot()
    await linkTokenSentTo(user.email!)
    const response = await client
      .post(`/api/v1/auth/reset-password/${older}`)
      .json({ password: NEW })
    response.assertStatus(422)
  })
})

test.group('what answers tell about accounts', () => {
  const shapeOf = (response: any) => ({
    status: response.status(),
    keys: Object.keys(response.body().data ?? response.body().errors[0]),
    headers: Object.keys(response.headers()).sort(),
  })

  test('is the same for known and unknown addresses', async ({ client, assert }) => {
    const { user } = await actorOfRole('client')
    const person = { name: 'N', password: PASSWORD, role: 'client' }
    const post = (path: string, body: object) => client.post(`/api/v1/auth/${path}`).json(body)
    for (const [path, body] of [
      ['login', { password: 'not the password' }],
      ['register', person],
      ['forgot-password', {}],
      ['resend-otp', {}],
    ] as const) {
      const known = await post(path, { ...body, email: user.email })
      const unknown = await post(path, { ...body, email: `no-${user.email}` })
      assert.deepEqual(shapeOf(known), shapeOf(unknown), path)
    }
  })
})
