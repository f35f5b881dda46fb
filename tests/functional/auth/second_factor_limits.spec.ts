/*
 * Guessing at second factors, many at once: rows A4 and A6 of what we promise, with their figures.
 */
import { Agent, request } from 'node:http'
import env from '#start/env'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { countTry } from '#auth/services/challenges'
import { write } from '#core/database/write'
import { clock, DAY, HOUR } from '#core/support/clock'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { halfLogIn, withApp } from '#tests/helpers/factors'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { sized } from '#tests/helpers/sizes'

const WRONG_CODES = sized({ full: 1_000, small: 100 })

interface Answer {
  status: number
  body: any
}

const agent = new Agent({ keepAlive: true, maxSockets: 100 })

/** One request from an address of its own: the whole of 127.0.0.0/8 is this machine. */
function post(path: string, body: object, from = '127.0.0.1'): Promise<Answer> {
  const payload = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: env.get('PORT'),
        path: `/api/v1${path}`,
        method: 'POST',
        agent,
        localAddress: from,
        headers: { 'content-type': 'application/json', 'content-length': payload.length },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode!, body: text && JSON.parse(text) })
        )
      }
    )
    sent.on('error', reject).end(payload)
  })
}

const addressNumber = (n: number) => `127.9.${1 + (n >> 8)}.${n & 255}`

function tally(answers: Answer[]): Record<number, number> {
  const found: Record<number, number> = {}
  for (const { status } of answers) found[status] = (found[status] ?? 0) + 1
  return found
}

const figure = (text: string) => console.log(`      ${text}`)

test.group('guessing at second factors (A4)', (group) => {
  group.each.teardown(() => clock.reset())

  test('many wrong codes at once, each from an address of its own: 5 are compared, and the challenge is dead', async ({
    assert,
  }) => {
    const person = await actorOfRole('client')
    const { app } = await withApp(person)
    const challenge = await halfLogIn(person)
    const code = app.wrong()
    const answers = await Promise.all(
      Array.from({ length: WRONG_CODES }, (_, n) =>
        post('/auth/login/verify-2fa', { challenge, code }, addressNumber(n))
      )
    )
    const { tries } = await db.from('challenges').where({ id: challenge }).firstOrFail()
    const compared = await db
      .from('audit_entries')
      .where({ action: 'second_factor.refused', subject_id: person.user.id })
    const right = await post('/auth/login/verify-2fa', { challenge, code: app.next() })
    figure(
      `${WRONG_CODES} wrong codes from as many addresses: ${compared.length} compared, answers ${JSON.stringify(tally(answers))}`
    )
    assert.equal(Number(tries), 5)
    assert.isAtMost(compared.length, 5)
    assert.deepEqual(Object.keys(tally(answers)), ['422'])
    assert.equal(right.status, 422, 'the challenge is dead')
  }).timeout(120_000)

  test('the count itself lets five through, also of several servers', async ({ assert }) => {
    const person = await actorOfRole('client')
    await withApp(person)
    const challenge = await halfLogIn(person)
    const counted = await Promise.all(
      Array.from({ length: 50 }, () => write((trx) => countTry(trx, challenge)))
    )
    assert.lengthOf(counted.filter(Boolean), 5)
  }).timeout(60_000)

  test('a day of guessing with the password: 10 an hour, 50 a day, then a mail; the owner gets in', async ({
    assert,
  }) => {
    // a whole day lies ahead, whatever the time is now
    clock.travel(DAY - (clock.now() % DAY) + 1_000)
    const person = await actorOfRole('client')
    const { app, recoveryCodes } = await withApp(person)
    const first = await post('/auth/login/verify-2fa', {
      challenge: await halfLogIn(person),
      code: recoveryCodes[0],
    })
    const { deviceToken } = first.body.data
    const before = await comparedFor(person)

    const perHour: number[] = []
    let sent = 0
    for (let hour = 0; hour < 8; hour++) {
      const start = await comparedFor(person)
      for (let n = 0; n < 4; n++) {
        const challenge = await halfLogIn(person)
        const guesses = Array.from({ length: 5 }, (_, g) =>
          post('/auth/login/verify-2fa', { challenge, code: app.wrong() }, addressNumber(sent + g))
        )
        sent += (await Promise.all(guesses)).length
      }
      perHour.push((await comparedFor(person)) - start)
      clock.travel(HOUR)
    }
    const all = (await comparedFor(person)) - before
    figure(
      `a day of guessing: ${sent} codes, compared per hour ${perHour.join(' ')}, together ${all}`
    )
    assert.isAtMost(Math.max(...perHour), 10)
    assert.equal(all, 50)

    const stranger = await halfLogIn(person)
    const right = await post('/auth/login/verify-2fa', { challenge: stranger, code: app.next() })
    assert.equal(right.status, 429)
    assert.equal(right.body.errors[0].code, 'E_SECOND_FACTOR_LOCKED')
    const owner = await halfLogIn(person, deviceToken)
    const home = await post('/auth/login/verify-2fa', {
      challenge: owner,
      code: app.next(),
      deviceToken,
    })
    assert.equal(home.status, 200, 'the owner on a known device still gets in')

    await drainOutbox()
    const mails = (await mailsTo(person.user.email!)).map((mail) => mail.replace(/=\r?\n/g, ''))
    const unlocks = mails.filter((mail) => mail.includes('/unlock/'))
    assert.lengthOf(unlocks, 1)
    const [, token] = /\/unlock\/([\w-]{43})/.exec(unlocks[0])!
    assert.equal((await post('/auth/unlock', { token })).status, 204)
    assert.equal((await post('/auth/unlock', { token })).status, 422)
    const again = await halfLogIn(person)
    const body = { challenge: again, code: recoveryCodes[5] }
    assert.equal((await post('/auth/login/verify-2fa', body)).status, 200)
  }).timeout(180_000)
})

test.group('one code, many at once (A6)', () => {
  test('50 uses of one TOTP code, in one challenge and in fifty: 1 session', async ({ assert }) => {
    for (const challenges of [1, 50]) {
      const person = await actorOfRole('client')
      const { app } = await withApp(person)
      const ids: string[] = []
      for (let n = 0; n < challenges; n++) ids.push(await halfLogIn(person))
      const code = app.next()
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          post('/auth/login/verify-2fa', { challenge: ids[n % challenges], code }, addressNumber(n))
        )
      )
      const sessions = await db
        .from('sessions')
        .where({ user_id: person.user.id })
        .whereNot('id', person.sessionId)
      figure(
        `50 uses of one code over ${challenges} challenges: ${sessions.length} session, ` +
          `answers ${JSON.stringify(tally(answers))}`
      )
      assert.lengthOf(sessions, 1)
      assert.equal(tally(answers)[200], 1)
    }
  }).timeout(120_000)

  test('50 uses of one recovery code: 1 session; nine codes are left', async ({ assert }) => {
    const person = await actorOfRole('client')
    const { recoveryCodes } = await withApp(person)
    const ids: string[] = []
    for (let n = 0; n < 10; n++) ids.push(await halfLogIn(person))
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        post('/auth/login/verify-2fa', { challenge: ids[n % 10], code: recoveryCodes[0] })
      )
    )
    const left = await db
      .from('recovery_codes')
      .where({ user_id: person.user.id })
      .whereNull('used_at')
    figure(`50 uses of one recovery code: answers ${JSON.stringify(tally(answers))}`)
    assert.equal(tally(answers)[200], 1)
    assert.lengthOf(left, 9)
  }).timeout(120_000)
})

async function comparedFor({ user }: TestActor): Promise<number> {
  const rows = await db
    .from('audit_entries')
    .where({ action: 'second_factor.refused', subject_id: user.id })
  return rows.length
}
