import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import { clock, HOUR, MINUTE } from '#core/support/clock'
import { actorOfRole, PASSWORD, unique } from '#tests/helpers/actors'
import { codeSentTo, drainOutbox, mailsTo, textsTo } from '#tests/helpers/outbox'

const newPhone = () => `+49151${randomInt(10_000_000, 99_999_999)}`

test.group('auth.phone_codes', () => {
  test('signs up and logs in by text code', async ({ client, assert }) => {
    const phone = newPhone()
    const person = { name: 'Pia', phone, password: PASSWORD, role: 'client' }
    const begun = await client.post('/api/v1/auth/register').json(person)
    begun.assertStatus(202)
    assert.equal(begun.body().data.verification.channel, 'sms')
    const code = await codeSentTo(phone)
    const made = await client.post('/api/v1/auth/verify-otp').json({ phone, code })
    made.assertStatus(200)
    const { id } = made.body().data.user

    ;(await client.post('/api/v1/auth/otp').json({ phone })).assertStatus(202)
    const login = { phone, code: await codeSentTo(phone) }
    const again = await client.post('/api/v1/auth/verify-otp').json(login)
    again.assertStatus(200)
    assert.equal(again.body().data.user.id, id)
    ;(await client.post('/api/v1/auth/verify-otp').json(login)).assertStatus(422)
    const byPassword = await client.post('/api/v1/auth/login').json({ phone, password: PASSWORD })
    byPassword.assertStatus(200)
  })

  test('texts nothing to numbers without an account, and does not say so', async ({
    client,
    assert,
  }) => {
    const phone = newPhone()
    const { user } = await actorOfRole('client', { phone: newPhone(), phoneVerifiedAt: 1 })
    const unknown = await client.post('/api/v1/auth/otp').json({ phone })
    const known = await client.post('/api/v1/auth/otp').json({ phone: user.phone })
    assert.equal(unknown.status(), known.status())
    assert.deepEqual(Object.keys(unknown.body().data), Object.keys(known.body().data))
    await drainOutbox()
    assert.lengthOf(await textsTo(phone), 0)
    assert.lengthOf(await textsTo(user.phone!), 1)
  })
})

test.group('auth.registration_codes.store', (group) => {
  group.each.teardown(() => clock.reset())

  test('sends five codes an hour at most, and only the newest is good', async ({
    client,
    assert,
  }) => {
    clock.travel(HOUR - (clock.now() % HOUR) + MINUTE)
    const { email, codes } = await sendCodes(client)
    assert.lengthOf(codes, 5)
    const verify = (code: string) => client.post('/api/v1/auth/verify-email').json({ email, code })
    ;(await verify(codes[0])).assertStatus(422)
    ;(await verify(codes.at(-1)!)).assertStatus(200)
  })
})

/** Asks for more codes than are sent, until the first and the last of somebody's differ. */
async function sendCodes(client: any): Promise<{ email: string; codes: string[] }> {
  const email = `${unique('again')}@example.test`
  const person = { name: 'R', email, password: PASSWORD, role: 'client' }
  await client.post('/api/v1/auth/register').json(person)
  for (let i = 0; i < 8; i++)
    (await client.post('/api/v1/auth/resend-otp').json({ email })).assertStatus(202)
  await drainOutbox()
  const codes = (await mailsTo(email)).map((mail) => /code is (\d{6})/.exec(mail)![1])
  return codes[0] === codes.at(-1) ? sendCodes(client) : { email, codes }
}
