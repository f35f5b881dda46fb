import { test } from '@japa/runner'
import User from '#users/models/user'
import { actorOfRole, PASSWORD, unique } from '#tests/helpers/actors'
import { codeSentTo, drainOutbox, mailsTo } from '#tests/helpers/outbox'

function newcomer() {
  const email = `${unique('new')}@example.test`
  return { name: 'Nina Newcomer', email, password: PASSWORD, role: 'client' as const }
}

test.group('auth.registrations.store', () => {
  test('sends a code and makes no account yet', async ({ client, assert }) => {
    const input = newcomer()
    const response = await client.post('/api/v1/auth/register').json(input)

    response.assertStatus(202)
    assert.equal(response.body().data.verification.channel, 'email')
    assert.isNull(await User.findBy('email', input.email))
    assert.match(await codeSentTo(input.email), /^\d{6}$/)
  })

  test('answers a known address exactly alike, and tells its owner by mail', async ({
    client,
    assert,
  }) => {
    const { user } = await actorOfRole('client')
    const fresh = await client.post('/api/v1/auth/register').json(newcomer())
    const known = await client
      .post('/api/v1/auth/register')
      .json({ ...newcomer(), email: user.email! })

    assert.equal(known.status(), fresh.status())
    assert.sameMembers(Object.keys(known.body().data), Object.keys(fresh.body().data))
    await drainOutbox()
    const [mail] = await mailsTo(user.email!)
    assert.include(mail, 'already')
  })

  test('names every invalid field at once', async ({ client, assert }) => {
    const response = await client
      .post('/api/v1/auth/register')
      .json({ name: '', email: 'nobody', password: 'short', role: 'admin' })

    response.assertStatus(422)
    const fields = response.body().errors.map((error: any) => error.field)
    assert.includeMembers(fields, ['name', 'email', 'password', 'role'])
  })

  test('works by the published spelling', async ({ client }) => {
    const response = await client.post('/api/auth/signup').json(newcomer())
    response.assertStatus(202)
  })
})

test.group('auth.registrations.update', () => {
  test('makes the account and logs it in', async ({ client, assert }) => {
    const input = newcomer()
    await client.post('/api/v1/auth/register').json(input)
    const code = await codeSentTo(input.email)
    const response = await client
      .post('/api/v1/auth/verify-email')
      .json({ email: input.email, code })

    response.assertStatus(200)
    const { accessToken, user } = response.body().data
    assert.equal(user.role, 'client')
    const sessions = await client.get('/api/v1/auth/sessions').header('authorization', accessToken)
    sessions.assertStatus(200)
    assert.lengthOf(sessions.body().data, 1)
  })

  test('takes a code once', async ({ client }) => {
    const input = newcomer()
    await client.post('/api/v1/auth/register').json(input)
    const body = { email: input.email, code: await codeSentTo(input.email) }
    const first = await client.post('/api/v1/auth/verify-email').json(body)
    const second = await client.post('/api/v1/auth/verify-email').json(body)

    first.assertStatus(200)
    second.assertStatus(422)
  })
})
