import { test } from '@japa/runner'
import { clock, MINUTE } from '#core/support/clock'
import { actorOfRole, logIn, PASSWORD, unique } from '#tests/helpers/actors'
import { letProofAge, withApp } from '#tests/helpers/factors'
import { codeSentTo } from '#tests/helpers/outbox'

const STEP_UP = '/api/v1/auth/step-up'

test.group('auth.step_ups', (group) => {
  group.each.teardown(() => clock.reset())

  test('roles are given by a session that has just proved itself', async ({ client, assert }) => {
    const root = await actorOfRole('senior_admin')
    const agent = await actorOfRole('agent')
    const promote = () =>
      client
        .put(`/api/v1/admin/users/${agent.user.id}`)
        .headers({ ...root.headers, 'idempotency-key': `promote-${agent.user.id}` })
        .json({ role: 'hr' })
    clock.travel(5 * MINUTE + 1000)
    const refused = await promote()
    refused.assertStatus(403)
    const [{ code, methods }] = refused.body().errors
    assert.deepEqual({ code, methods }, { code: 'E_STEP_UP_REQUIRED', methods: ['password'] })

    const prove = (body: object) => client.post(STEP_UP).headers(root.headers).json(body)
    ;(await prove({ password: 'not the password' })).assertStatus(422)
    ;(await prove({})).assertStatus(422)
    const proved = await prove({ password: PASSWORD })
    proved.assertStatus(200)
    assert.equal(Date.parse(proved.body().data.provedUntil) > clock.now(), true)
    const done = await promote()
    done.assertStatus(200)
    assert.equal(done.body().data.role, 'hr', 'the same key goes on where it was refused')
    clock.travel(5 * MINUTE + 1000)
    const later = { name: 'S', email: `${unique('s')}@example.test`, role: 'agent' }
    const invite = await client.post('/api/v1/admin/users').headers(root.headers).json(later)
    invite.assertStatus(403)
  })

  test('where there is a second factor, the password is not enough', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const { app } = await withApp(admin)
    await letProofAge(admin)
    const prove = (body: object) => client.post(STEP_UP).headers(admin.headers).json(body)
    const byPassword = await prove({ password: PASSWORD })
    assert.equal(byPassword.body().errors[0].code, 'E_METHOD_NOT_OFFERED')
    const code = app.next()
    ;(await prove({ code })).assertStatus(200)
    ;(await prove({ code })).assertStatus(422)
  })

  test('a mailed code proves the session that asked for it, and no other', async ({ client }) => {
    const person = await actorOfRole('client', { twoFactor: 'email' })
    const other = await client
      .post(`${STEP_UP}/send-code`)
      .headers(person.headers)
      .json({ method: 'sms' })
    other.assertStatus(422)
    const send = await client
      .post(`${STEP_UP}/send-code`)
      .headers(person.headers)
      .json({ method: 'email' })
    send.assertStatus(202)
    const code = await codeSentTo(person.user.email!)
    const elsewhere = await logIn(person.user)
    const stolen = await client.post(STEP_UP).headers(elsewhere.headers).json({ code })
    stolen.assertStatus(422)
    ;(await client.post(STEP_UP).headers(person.headers).json({ code })).assertStatus(200)
    ;(await client.post(STEP_UP).headers(person.headers).json({ code })).assertStatus(422)
  })

  test('ten wrong passwords an hour, whatever the session', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const prove = (password: string) =>
      client.post(STEP_UP).headers(person.headers).json({ password })
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) statuses.push((await prove('not the password')).status())
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 422), 429, 429])
    assert.equal((await prove(PASSWORD)).status(), 429)
  })

  test('new bank details want a fresh proof; the rest of the profile does not', async ({
    client,
    assert,
  }) => {
    const partner = await actorOfRole('partner')
    await letProofAge(partner)
    const put = (body: object) =>
      client.put('/api/v1/partner/profile').headers(partner.headers).json(body)
    const payoutDetails = {
      accountHolder: 'P',
      accountNumber: 'DE89370400440532013000',
      bankName: 'B',
      country: 'DE',
    }
    const refused = await put({ payoutDetails })
    refused.assertStatus(403)
    assert.equal(refused.body().errors[0].code, 'E_STEP_UP_REQUIRED')
    assert.notEqual((await put({ bio: 'still me' })).status(), 403)
  })
})
