import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, SECOND } from '#core/support/clock'
import { actorOfRole, PASSWORD, unique, type TestActor } from '#tests/helpers/actors'
import { withApp } from '#tests/helpers/factors'
import { linkTokenSentTo } from '#tests/helpers/outbox'

const AUTH = '/api/v1/auth'

/** The lines about an account that nobody who was logged in has caused. */
function lines({ user }: TestActor, action: string) {
  return db
    .from('audit_entries')
    .where({ subject_id: user.id, action })
    .whereNull('actor_id')
    .orderBy('id')
}

test.group('what guests do to an account', (group) => {
  group.each.teardown(() => clock.reset())

  test('is in the audit trail with address and request', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const { app, recoveryCodes } = await withApp(person)
    const { email } = person.user
    let requests = 0
    const send = async (path: string, body: object) => {
      const requestId = unique(`guest${requests++}`)
      const answer = await client
        .post(`${AUTH}/${path}`)
        .headers({ 'x-request-id': requestId })
        .json(body)
      return { requestId, data: answer.body().data }
    }
    const half = async () => (await send('login', { email, password: PASSWORD })).data.challenge
    const came = async (action: string, requestId: string) => {
      const found = await lines(person, action)
      assert.lengthOf(found, 1, action)
      assert.equal(found[0].ip, '127.0.0.1', action)
      assert.equal(found[0].request_id, requestId, action)
    }

    const refused = await send('login', { email, password: 'not the password' })
    await came('session.refused', refused.requestId)
    const challenge = await half()
    const wrong = await send('login/verify-2fa', { challenge, code: app.wrong() })
    await came('second_factor.refused', wrong.requestId)
    const [code] = recoveryCodes
    const used = await send('login/verify-2fa', { challenge, code })
    await came('recovery_code.used', used.requestId)

    const { refreshToken } = person
    await send('refresh-token', { refreshToken })
    clock.travel(11 * SECOND)
    const reused = await send('refresh-token', { refreshToken })
    await came('session.refresh_reused', reused.requestId)

    await send('forgot-password', { email })
    const reset = await send(`reset-password/${await linkTokenSentTo(email!)}`, {
      password: 'another horse battery',
    })
    await came('user.password_changed', reset.requestId)
  })

  test('a refused recovery code is a line, too', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const { recoveryCodes } = await withApp(person)
    const { email } = person.user
    const login = await client.post(`${AUTH}/login`).json({ email, password: PASSWORD })
    const { challenge } = login.body().data
    const show = (code: string, challengeId = challenge) =>
      client.post(`${AUTH}/login/verify-2fa`).json({ challenge: challengeId, code })
    ;(await show('aaaaa-bbbbb')).assertStatus(422)
    assert.lengthOf(await lines(person, 'second_factor.refused'), 1)
    ;(await show(recoveryCodes[0])).assertStatus(200)
    const again = await client.post(`${AUTH}/login`).json({ email, password: PASSWORD })
    ;(await show(recoveryCodes[0], again.body().data.challenge)).assertStatus(422)
    assert.lengthOf(await lines(person, 'second_factor.refused'), 2, 'used ones as well')
  })
})
