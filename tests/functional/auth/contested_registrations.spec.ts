import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, MINUTE } from '#core/support/clock'
import { PASSWORD, unique } from '#tests/helpers/actors'
import { codeSentTo, drainOutbox, linkTokenSentTo, mailsTo, textsTo } from '#tests/helpers/outbox'

const STRANGERS = 'the password of a stranger'
const NEW = 'chosen by a mailed link'

const newPhone = () => `+49151${randomInt(10_000_000, 99_999_999)}`
const person = () => ({
  name: 'Nina Newcomer',
  email: `${unique('new')}@example.test`,
  password: PASSWORD,
  role: 'client' as const,
})

test.group('a registration that a stranger repeats', (group) => {
  group.each.teardown(() => clock.reset())

  const callers = (client: any) => {
    const post = (path: string, body: object) => client.post(`/api/v1/auth/${path}`).json(body)
    return {
      post,
      register: async (body: object) => (await post('register', body)).assertStatus(202),
      confirm: async (body: object) => {
        const answer = await post('verify-email', body)
        answer.assertStatus(200)
        return answer.body().data
      },
      statusOf: async (body: object) => (await post('login', body)).status(),
    }
  }

  test('never becomes an account with the password of the stranger', async ({ client, assert }) => {
    const { register, confirm, statusOf, post } = callers(client)
    const mine = person()
    const { email } = mine
    await register(mine)
    await codeSentTo(email)
    await register({ ...mine, password: STRANGERS, name: 'Go to https://evil.test' })
    const { user } = await confirm({ email, code: await codeSentTo(email) })

    assert.equal(user.email, email)
    assert.equal(await statusOf({ email, password: STRANGERS }), 401)
    assert.equal(await statusOf({ email, password: PASSWORD }), 401)
    const link = await linkTokenSentTo(email)
    assert.notInclude((await mailsTo(email)).join('\n'), 'evil.test')
    ;(await post(`reset-password/${link}`, { password: NEW })).assertStatus(204)
    assert.equal(await statusOf({ email, password: NEW }), 200)
  })

  test('nor when the owner asks for another code, long after', async ({ client, assert }) => {
    const { register, confirm, statusOf, post } = callers(client)
    const mine = person()
    const { email } = mine
    await register(mine)
    clock.travel(25 * 60 * MINUTE)
    await register({ ...mine, password: STRANGERS })
    ;(await post('resend-otp', { email })).assertStatus(202)
    await confirm({ email, code: await codeSentTo(email) })
    assert.equal(await statusOf({ email, password: STRANGERS }), 401)
  })

  test('nor when the stranger repeats it twice, or was there first', async ({ client, assert }) => {
    const { register, confirm, statusOf } = callers(client)
    const [twice, first] = [person(), person()]
    const theirs = { password: STRANGERS }
    await register(twice)
    await register({ ...twice, ...theirs })
    await register({ ...twice, ...theirs })
    await confirm({ email: twice.email, code: await codeSentTo(twice.email) })
    assert.equal(await statusOf({ email: twice.email, ...theirs }), 401)

    await register({ ...first, ...theirs })
    await register(first)
    await confirm({ email: first.email, code: await codeSentTo(first.email) })
    assert.equal(await statusOf({ email: first.email, ...theirs }), 401)
  })

  test('keeps the password of somebody who repeats it alike, even twice at once', async ({
    client,
    assert,
  }) => {
    const { register, confirm, statusOf, post } = callers(client)
    const mine = person()
    const { email } = mine
    await Promise.all([register(mine), register(mine)])
    await register({ ...mine, name: 'Nina N.' })
    ;(await post('resend-otp', { email })).assertStatus(202)
    const { user } = await confirm({ email, code: await codeSentTo(email) })
    assert.equal(user.name, 'Nina N.')
    assert.equal(await statusOf({ email, password: PASSWORD }), 200)
    await drainOutbox()
    assert.notInclude((await mailsTo(email)).join('\n'), 'reset-password/')
  })

  test('by phone: a text brings the link', async ({ client, assert }) => {
    const { post, register, statusOf } = callers(client)
    const { email, ...mine } = person()
    const phone = newPhone()
    await register({ ...mine, phone })
    await register({ ...mine, phone, password: STRANGERS })
    const made = await post('verify-otp', { phone, code: await codeSentTo(phone) })
    made.assertStatus(200)
    assert.equal(await statusOf({ phone, password: STRANGERS }), 401)
    await drainOutbox()
    const [token] = (await textsTo(phone)).flatMap(
      (text) => text.match(/reset-password\/([\w-]{43})/)?.[1] ?? []
    )
    ;(await post(`reset-password/${token}`, { password: NEW })).assertStatus(204)
    assert.equal(await statusOf({ phone, password: NEW }), 200)
    const row = await db.from('users').where({ phone }).firstOrFail()
    assert.isNull(row.email_verified_at, 'a text proves no mailbox')
  })

  test('greets nobody by a name that anybody may have typed', async ({ client, assert }) => {
    const { register } = callers(client)
    const mine = { ...person(), name: 'See https://evil.test now' }
    await register(mine)
    await codeSentTo(mine.email)
    assert.notInclude((await mailsTo(mine.email)).join('\n'), 'evil.test')
  })
})
