import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, MINUTE } from '#core/support/clock'
import { actorOfRole, PASSWORD, unique } from '#tests/helpers/actors'
import { codeSentTo } from '#tests/helpers/outbox'

const USES = 50
const newPhone = () => `+49151${randomInt(10_000_000, 99_999_999)}`

test.group('a code that was sent', (group) => {
  group.each.teardown(() => clock.reset())

  const phoneLogin = async (client: any) => {
    const phone = newPhone()
    const { user } = await actorOfRole('client', { phone, phoneVerifiedAt: 1 })
    await client.post('/api/v1/auth/otp').json({ phone })
    return { user, phone, code: await codeSentTo(phone) }
  }
  const secondFactor = async (client: any) => {
    const { user } = await actorOfRole('client', { twoFactor: 'email' })
    const login = { email: user.email, password: PASSWORD }
    const { challenge } = (await client.post('/api/v1/auth/login').json(login)).body().data
    return { user, challenge, code: await codeSentTo(user.email!) }
  }

  test('opens one session, however often it is used at once', async ({ client, assert }) => {
    const race = async (path: string, body: object) => {
      const answers = await Promise.all(
        Array.from({ length: USES }, () => client.post(path).json(body))
      )
      return answers.filter((answer) => answer.status() === 200).length
    }
    const { user, phone, code } = await phoneLogin(client)
    const texted = await race('/api/v1/auth/verify-otp', { phone, code })
    const second = await secondFactor(client)
    const { challenge } = second
    const mailed = await race('/api/v1/auth/login/verify-2fa', { challenge, code: second.code })
    const email = `${unique('once')}@example.test`
    const person = { name: 'O', email, password: PASSWORD, role: 'client' }
    await client.post('/api/v1/auth/register').json(person)
    const sent = await codeSentTo(email)
    const registered = await race('/api/v1/auth/verify-email', { email, code: sent })
    console.log(
      `      ${USES} uses at once of one code: texted ${texted}, second factor ${mailed}, sign-up ${registered} session`
    )
    assert.deepEqual([texted, mailed, registered], [1, 1, 1])
    const sessionsOf = (id: string) => db.from('sessions').where({ user_id: id })
    assert.lengthOf(await sessionsOf(user.id), 2) // the account's first one, and this one
    assert.lengthOf(await sessionsOf(second.user.id), 2)
  }).timeout(180_000)

  test('is bound to its challenge, its purpose and its user, and lives ten minutes', async ({
    client,
  }) => {
    const mine = await phoneLogin(client)
    const other = await unlike(mine.code, () => phoneLogin(client))
    const verify = (path: string, body: object) => client.post(`/api/v1/auth/${path}`).json(body)
    ;(await verify('verify-otp', { phone: mine.phone, code: other.code })).assertStatus(422)
    const factor = await unlike(mine.code, () => secondFactor(client))
    const late = await secondFactor(client)
    const asFactor = { challenge: factor.challenge, code: mine.code }
    ;(await verify('login/verify-2fa', asFactor)).assertStatus(422)
    const asSignUp = { email: factor.user.email, code: factor.code }
    ;(await verify('verify-email', asSignUp)).assertStatus(422)
    clock.travel(9 * MINUTE)
    ;(await verify('verify-otp', { phone: mine.phone, code: mine.code })).assertStatus(200)
    const { challenge, code } = factor
    ;(await verify('login/verify-2fa', { challenge, code })).assertStatus(200)
    clock.travel(MINUTE + 1000)
    ;(await verify('verify-otp', { phone: other.phone, code: other.code })).assertStatus(422)
    const tooLate = { challenge: late.challenge, code: late.code }
    ;(await verify('login/verify-2fa', tooLate)).assertStatus(422)
  })
})

/** Two codes are the same once in a million times: then another one is asked for. */
async function unlike<Sent extends { code: string }>(taken: string, send: () => Promise<Sent>) {
  for (;;) {
    const sent = await send()
    if (sent.code !== taken) return sent
  }
}
