import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import SendOwnPhoneCode from '#auth/actions/send_own_phone_code'
import { SENT_OR_NOT } from '#auth/services/answer_time'
import { issueCode } from '#auth/services/challenges'
import { attachIdentity } from '#auth/services/outside/attach_identity'
import { write } from '#core/database/write'
import { clock, HOUR, MINUTE } from '#core/support/clock'
import User from '#users/models/user'
import { actorOfRole, logIn, PASSWORD, unique, type TestActor } from '#tests/helpers/actors'
import { letProofAge } from '#tests/helpers/factors'
import { asActor } from '#tests/helpers/marketplace'
import { codeSentTo, drainOutbox, mailsTo, textsTo } from '#tests/helpers/outbox'

const USES = 50
const newPhone = () => `+49151${randomInt(10_000_000, 99_999_999)}`
const codeOf = (message: string) => message.match(/\bcode is (\d{6})/)?.[1]
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

const routesOf = (client: any, { headers }: TestActor) => ({
  set: (phone: unknown) => client.put('/api/v1/user/phone').headers(headers).json({ phone }),
  confirm: (code: string) =>
    client.post('/api/v1/user/phone/confirm').headers(headers).json({ code }),
  remove: () => client.delete('/api/v1/user/phone').headers(headers),
})

async function withNumber(client: any, person: TestActor, phone = newPhone()) {
  const { set, confirm } = routesOf(client, person)
  ;(await set(phone)).assertStatus(202)
  ;(await confirm(await codeSentTo(phone))).assertStatus(200)
  return phone
}

const stored = async ({ user }: TestActor) => {
  const { phone, phoneVerifiedAt } = await User.findOrFail(user.id)
  return { phone, isConfirmed: phoneVerifiedAt !== null }
}

const openCodes = ({ user }: TestActor, purpose: string) =>
  db
    .from('challenges')
    .where({ user_id: user.id, purpose })
    .whereNull('voided_at')
    .whereNull('used_at')

test.group('auth.own_phones: set and confirm', (group) => {
  group.each.teardown(() => clock.reset())

  test('a confirmed number logs in by text, and is a second factor', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const { set, confirm } = routesOf(client, person)
    const phone = newPhone()
    const asked = await set(phone)
    asked.assertStatus(202)
    const { channel, expiresAt } = asked.body().data.verification
    assert.equal(channel, 'sms')
    assert.approximately(Date.parse(expiresAt), clock.now() + 10 * MINUTE, 5000)
    const code = await codeSentTo(phone)
    assert.deepEqual(await stored(person), { phone: null, isConfirmed: false })
    ;(await confirm(wrongFor(code))).assertStatus(422)
    const confirmed = await confirm(code)
    confirmed.assertStatus(200)
    assert.deepEqual(confirmed.body().data, { phone, isPhoneVerified: true })

    await client.post('/api/v1/auth/otp').json({ phone })
    const login = { phone, code: await codeSentTo(phone) }
    const opened = await client.post('/api/v1/auth/verify-otp').json(login)
    opened.assertStatus(200)
    assert.equal(opened.body().data.user.id, person.user.id)

    const enable = client.post('/api/v1/user/enable-2fa').headers(person.headers)
    ;(await enable.json({ method: 'sms' })).assertStatus(200)
    const factor = { code: await codeSentTo(phone) }
    const on = await client.post('/api/v1/user/verify-2fa').headers(person.headers).json(factor)
    on.assertStatus(200)
    const half = await client.post('/api/v1/auth/login').json({ phone, password: PASSWORD })
    assert.include(half.body().data, { requires2FA: true })
    const { challenge } = half.body().data
    const second = { challenge, code: await codeSentTo(phone) }
    ;(await client.post('/api/v1/auth/login/verify-2fa').json(second)).assertStatus(200)
  })

  test('wants a fresh proof, and a number', async ({ client, assert }) => {
    const person = await actorOfRole('partner')
    const { set, remove } = routesOf(client, person)
    for (const phone of ['12', 'abc', null, { a: 1 }]) (await set(phone)).assertStatus(422)
    await letProofAge(person)
    for (const answer of [await set(newPhone()), await remove()]) {
      answer.assertStatus(403)
      assert.equal(answer.body().errors[0].code, 'E_STEP_UP_REQUIRED')
    }
  })

  test('tells the owner by mail, and at the number before', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const first = await withNumber(client, person)
    const again = await routesOf(client, person).set(first)
    again.assertStatus(409)
    assert.equal(again.body().errors[0].code, 'E_NUMBER_CONFIRMED')
    const second = await withNumber(client, person)
    await drainOutbox()
    const mails = (await mailsTo(person.user.email!)).filter((mail) =>
      mail.includes('phone number was changed')
    )
    assert.lengthOf(mails, 2)
    for (const mail of mails)
      for (const number of [first, second]) assert.notInclude(mail, number.slice(3))
    assert.include(mails[1], `ends in ${second.slice(-2)}`)
    const notices = (texts: string[]) => texts.filter((text) => codeOf(text) === undefined)
    assert.lengthOf(notices(await textsTo(first)), 1)
    assert.lengthOf(notices(await textsTo(second)), 0)

    const trail = await db
      .from('audit_entries')
      .where({ subject_id: person.user.id, action: 'user.phone_changed' })
    assert.lengthOf(trail, 2)
    assert.notInclude(JSON.stringify(trail), second.slice(3))
    const texts = await client.get('/api/v1/user/sms-logs').headers(person.headers)
    assert.lengthOf(texts.body().data, 3, 'two codes and the notice, now that the numbers are mine')
  })

  test('voids what was half done with the number before', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const old = await withNumber(client, person)
    await client.post('/api/v1/auth/otp').json({ phone: old })
    const login = { phone: old, code: await codeSentTo(old) }
    const enable = client.post('/api/v1/user/enable-2fa').headers(person.headers)
    ;(await enable.json({ method: 'sms' })).assertStatus(200)
    await write((trx) =>
      issueCode(trx, {
        purpose: 'step_up',
        subject: person.sessionId,
        userId: person.user.id,
        channel: 'sms',
      })
    )
    for (const purpose of ['phone_login', 'enable_factor', 'step_up'])
      assert.lengthOf(await openCodes(person, purpose), 1, purpose)
    await withNumber(client, person)
    for (const purpose of ['phone_login', 'enable_factor', 'step_up', 'confirm_phone'])
      assert.lengthOf(await openCodes(person, purpose), 0, purpose)
    ;(await client.post('/api/v1/auth/verify-otp').json(login)).assertStatus(422)
  })

  test('takes five tries at a code, the newest one, for ten minutes', async ({ client }) => {
    const person = await actorOfRole('client')
    const { set, confirm } = routesOf(client, person)
    const [one, two] = [newPhone(), newPhone()]
    await set(one)
    const voided = await codeSentTo(one)
    await set(two)
    const late = await codeSentTo(two)
    if (voided !== late) (await confirm(voided)).assertStatus(422)
    clock.travel(10 * MINUTE + 1000)
    ;(await confirm(late)).assertStatus(422)
    const again = await logIn(person.user)
    const fresh = routesOf(client, again)
    await fresh.set(two)
    const code = await codeSentTo(two)
    for (let n = 0; n < 5; n++) (await fresh.confirm(wrongFor(code))).assertStatus(422)
    ;(await fresh.confirm(code)).assertStatus(422)
  })

  test('counts wrong codes for the account, however many are sent', async ({ client, assert }) => {
    clock.travel(HOUR - (clock.now() % HOUR))
    const person = await actorOfRole('client')
    const { set, confirm } = routesOf(client, person)
    const phone = newPhone()
    const answers: number[] = []
    for (let sent = 0; sent < 3; sent++) {
      await set(phone)
      const wrong = wrongFor(await codeSentTo(phone))
      for (let n = 0; n < 4; n++) answers.push((await confirm(wrong)).status())
    }
    assert.deepEqual(answers, [...Array(10).fill(422), 429, 429])
  })

  test('sends five codes an hour', async ({ client, assert }) => {
    clock.travel(HOUR - (clock.now() % HOUR))
    const person = await actorOfRole('client')
    const { set } = routesOf(client, person)
    for (let n = 0; n < 5; n++) (await set(newPhone())).assertStatus(202)
    const refused = await set(newPhone())
    refused.assertStatus(429)
    assert.equal(refused.body().errors[0].code, 'E_CODES_EXHAUSTED')
  })

  test('does not pester a number for many accounts', async ({ assert }) => {
    clock.travel(HOUR - (clock.now() % HOUR))
    const phone = newPhone()
    for (let n = 0; n < 7; n++) {
      const actor = asActor(await actorOfRole('client'))
      await new SendOwnPhoneCode().execute({ actor, phone })
    }
    await drainOutbox()
    assert.lengthOf(await textsTo(phone), 5)
  })

  test(`sets it once, however often one code is sent at once (${USES})`, async ({
    client,
    assert,
  }) => {
    const person = await actorOfRole('client')
    const { set, confirm } = routesOf(client, person)
    const phone = newPhone()
    await set(phone)
    const code = await codeSentTo(phone)
    const answers = await Promise.all(Array.from({ length: USES }, () => confirm(code)))
    assert.lengthOf(
      answers.filter((answer) => answer.status() === 200),
      1
    )
    for (const answer of answers) assert.include([200, 422, 429], answer.status())
    assert.deepEqual(await stored(person), { phone, isConfirmed: true })
    const about = { subject_id: person.user.id, action: 'user.phone_changed' }
    assert.lengthOf(await db.from('audit_entries').where(about), 1)
  }).timeout(120_000)
})

test.group("auth.own_phones: another account's number", () => {
  test('is not disclosed by answer, time, texts or caps', async ({ client, assert }) => {
    const owner = await actorOfRole('client')
    const taken = await withNumber(client, owner)
    const before = (await textsTo(taken)).length
    const ask = async (phone: string) => {
      const person = await actorOfRole('client')
      const { set, confirm } = routesOf(client, person)
      const began = performance.now()
      const answer = await set(phone)
      const took = performance.now() - began
      const wrong = await confirm('000000')
      await drainOutbox()
      const texts = await client.get('/api/v1/user/sms-logs').headers(person.headers)
      const counted = await db
        .from('usage_counters')
        .where('subject', 'like', `${person.user.id}%`)
        .orderBy('kind')
        .select('kind', 'used')
      return {
        took,
        seen: {
          status: answer.status(),
          members: Object.keys(answer.body().data.verification),
          wrong: [wrong.status(), wrong.body().errors],
          texts: texts.body().data,
          counted: counted.map(({ kind, used }) => [kind, Number(used)]),
          open: (await openCodes(person, 'confirm_phone')).length,
        },
      }
    }
    const [known, free] = [await ask(taken), await ask(newPhone())]
    assert.deepEqual(known.seen, free.seen)
    assert.equal(known.seen.status, 202)
    for (const { took } of [known, free]) assert.isAtLeast(took, SENT_OR_NOT - 2)
    assert.lengthOf(await textsTo(taken), before)
    assert.deepEqual(await stored(owner), { phone: taken, isConfirmed: true })
  })

  test('is of the first who confirms it; the code of the other is wrong', async ({
    client,
    assert,
  }) => {
    const people = [await actorOfRole('client'), await actorOfRole('client')]
    const phone = newPhone()
    const codes: string[] = []
    for (const person of people) {
      ;(await routesOf(client, person).set(phone)).assertStatus(202)
      codes.push(await codeSentTo(phone))
    }
    const answers = await Promise.all(
      people.map((person, n) => routesOf(client, person).confirm(codes[n]))
    )
    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [200, 422]
    )
    const loser = answers.find((answer) => answer.status() === 422)!
    assert.equal(loser.body().errors[0].code, 'E_INVALID_CODE')
    assert.lengthOf(await db.from('users').where({ proven_phone: phone }), 1)
  })
})

test.group('auth.own_phones: take away', () => {
  test('ends log-ins by text', async ({ client, assert }) => {
    const person = await actorOfRole('client')
    const phone = await withNumber(client, person)
    const { remove } = routesOf(client, person)
    ;(await remove()).assertStatus(204)
    assert.deepEqual(await stored(person), { phone: null, isConfirmed: false })
    ;(await remove()).assertStatus(204)
    const about = { subject_id: person.user.id, action: 'user.phone_changed' }
    assert.lengthOf(await db.from('audit_entries').where(about), 2)
    await drainOutbox()
    const before = (await textsTo(phone)).length
    assert.include((await textsTo(phone)).at(-1)!, 'the phone number was changed')
    await client.post('/api/v1/auth/otp').json({ phone })
    await drainOutbox()
    assert.lengthOf(await textsTo(phone), before)
  })

  test('is refused where texts are the second factor', async ({ client, assert }) => {
    const overrides = { phone: newPhone(), phoneVerifiedAt: 1, twoFactor: 'sms' as const }
    const person = await actorOfRole('client', overrides)
    const refused = await routesOf(client, person).remove()
    refused.assertStatus(409)
    assert.equal(refused.body().errors[0].code, 'E_NUMBER_IS_SECOND_FACTOR')
  })

  test('is refused where it is the only way in, as is the identity after it', async ({
    client,
    assert,
  }) => {
    const person = await actorOfRole('client', {
      phone: newPhone(),
      phoneVerifiedAt: 1,
      email: null,
      emailVerifiedAt: null,
    })
    const { remove } = routesOf(client, person)
    const refused = await remove()
    refused.assertStatus(409)
    assert.equal(refused.body().errors[0].code, 'E_ONLY_WAY_IN')

    const identity = {
      provider: 'google' as const,
      issuer: 'https://accounts.google.com',
      subject: unique('s'),
      email: `${unique('m')}@example.test`,
      isEmailVerified: true,
      name: 'Nina',
      expiresAt: clock.now() + HOUR,
    }
    const { link } = await write((trx) => attachIdentity(trx, person.user.id, identity, null))
    ;(await remove()).assertStatus(204)
    // the password that is left goes with neither address nor number
    const unlinked = await client
      .delete(`/api/v1/user/identities/${link.id}`)
      .headers(person.headers)
    unlinked.assertStatus(409)
  })
})
