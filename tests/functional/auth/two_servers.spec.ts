/*
 * Codes and refresh tokens at two real servers on one database (A4, A6, A7): what is counted once is
 * counted once for both.
 */
import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { MAX_TRIES } from '#auth/services/challenges'
import { actorOfRole, PASSWORD, unique, type TestActor } from '#tests/helpers/actors'
import { codeSentTo } from '#tests/helpers/outbox'
import { startServers, stopServers, type Server } from '#tests/helpers/servers'
import { sized } from '#tests/helpers/sizes'

const WRONG_CODES = sized({ full: 1_000, small: 60 })
const USES = 50
const RACERS = 20
const SLOW_MACHINE = 240_000

interface Answer {
  status: number
  data: any
}

/** A code that was sent, and where it is shown. */
interface Sent {
  path: string
  body: object
  code: string
  /** its row in `challenges` */
  challenge: { id: string } | { purpose: string; subject: string }
  headers?: Record<string, string>
}

interface Case {
  what: string
  /** what wrong codes are answered; the sessions of an account have a limit of their own */
  refusals: number[]
  send(server: Server): Promise<Sent>
}

async function post(
  { url }: Server,
  path: string,
  body: object,
  { headers = {}, method = 'POST' }: { headers?: Record<string, string>; method?: string } = {}
): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, data: text ? JSON.parse(text).data : undefined }
}

const newPhone = () => `+49151${randomInt(10_000_000, 99_999_999)}`

const LOG_IN: Case[] = [
  {
    what: 'second factor by mail',
    refusals: [422],
    async send(server) {
      const { user } = await actorOfRole('client', { twoFactor: 'email' })
      const login = { email: user.email!, password: PASSWORD }
      const { challenge } = (await post(server, '/auth/login', login)).data
      return {
        path: '/auth/login/verify-2fa',
        body: { challenge },
        code: await codeSentTo(user.email!),
        challenge: { id: challenge },
      }
    },
  },
  {
    what: 'sign-up',
    refusals: [422],
    async send(server) {
      const email = `${unique('two')}@example.test`
      const person = { name: 'T', email, password: PASSWORD, role: 'client' }
      await post(server, '/auth/register', person)
      const challenge = { purpose: 'register', subject: email }
      return {
        path: '/auth/verify-email',
        body: { email },
        code: await codeSentTo(email),
        challenge,
      }
    },
  },
  {
    what: 'log-in by text',
    refusals: [422],
    async send(server) {
      const phone = newPhone()
      await actorOfRole('client', { phone, phoneVerifiedAt: 1 })
      await post(server, '/auth/otp', { phone })
      const challenge = { purpose: 'phone_login', subject: phone }
      return { path: '/auth/verify-otp', body: { phone }, code: await codeSentTo(phone), challenge }
    },
  },
]

const OF_A_SESSION: Case[] = [
  {
    what: 'own number',
    refusals: [422, 429],
    async send(server) {
      const { user, headers } = await actorOfRole('client')
      const phone = newPhone()
      await post(server, '/user/phone', { phone }, { headers, method: 'PUT' })
      const challenge = { purpose: 'confirm_phone', subject: user.id }
      const code = await codeSentTo(phone)
      return { path: '/user/phone/confirm', body: {}, code, challenge, headers }
    },
  },
  {
    what: 'fresh proof',
    refusals: [422, 429],
    async send(server) {
      const { user, headers, sessionId } = await actorOfRole('client', { twoFactor: 'email' })
      await post(server, '/auth/step-up/send-code', { method: 'email' }, { headers })
      const challenge = { purpose: 'step_up', subject: sessionId }
      const code = await codeSentTo(user.email!)
      return { path: '/auth/step-up', body: {}, code, challenge, headers }
    },
  },
]

function tally(answers: Answer[]): Record<number, number> {
  const found: Record<number, number> = {}
  for (const { status } of answers) found[status] = (found[status] ?? 0) + 1
  return found
}

test.group('two servers', (group) => {
  let servers: Server[]
  group.setup(async () => void (servers = await startServers('auth-servers')))
  group.teardown(() => stopServers(servers))
  group.each.timeout(SLOW_MACHINE)

  /** So many requests at once, the servers in turn. */
  const rush = (count: number, ask: (server: Server, n: number) => Promise<Answer>) =>
    Promise.all(Array.from({ length: count }, (_, n) => ask(servers[n % servers.length], n)))

  const show = (server: Server, { path, body, headers }: Sent, code: string) =>
    post(server, path, { ...body, code }, { headers })

  for (const { what, refusals, send } of [...LOG_IN, ...OF_A_SESSION])
    test(`compare five of many wrong codes together: ${what}`, async ({ assert }) => {
      const sent = await send(servers[0])
      const wrong = (n: number) => String((Number(sent.code) + 1 + n) % 1_000_000).padStart(6, '0')
      const answers = await rush(WRONG_CODES, (server, n) => show(server, sent, wrong(n)))
      const { tries } = await db.from('challenges').where(sent.challenge).firstOrFail()
      // what the sessions of an account may try in an hour is not what keeps the right code out
      await db.from('usage_counters').where('kind', 'like', 'second_factor:%').delete()
      const right = await show(servers[1], sent, sent.code)
      console.log(
        `      ${WRONG_CODES} wrong codes at 2 servers, ${what}: ${tries} compared, ` +
          `answers ${JSON.stringify(tally(answers))}, then the right one: ${right.status}`
      )
      assert.equal(Number(tries), MAX_TRIES)
      assert.includeMembers(refusals, Object.keys(tally(answers)).map(Number))
      assert.equal(right.status, 422, 'the challenge is dead')
    })

  test('open one session for one code, however often both are shown it', async ({ assert }) => {
    const figures: string[] = []
    for (const { what, send } of LOG_IN) {
      const sent = await send(servers[0])
      const answers = await rush(USES, (server) => show(server, sent, sent.code))
      const { user } = answers.find(({ status }) => status === 200)!.data
      const sessions = await db.from('sessions').where('user_id', user.id)
      const before = what === 'sign-up' ? 0 : 1 // the account's first one
      figures.push(`${what} ${sessions.length - before}`)
      assert.deepEqual(tally(answers), { 200: 1, 422: USES - 1 })
      assert.lengthOf(sessions, before + 1)
    }
    console.log(`      ${USES} uses of one code at 2 servers, sessions: ${figures.join(', ')}`)
  })

  test('hand one child to all who refresh at once', async ({ assert }) => {
    const actor: TestActor = await actorOfRole('client')
    const refresh = (server: Server, refreshToken: string) =>
      post(server, '/auth/refresh-token', { refreshToken })
    const answers = await rush(RACERS, (server) => refresh(server, actor.refreshToken))
    const logouts = answers.filter(({ status }) => status !== 200).length
    const tokens = await db.from('refresh_tokens').where('session_id', actor.sessionId)
    const leaves = tokens.filter(({ used_at: usedAt }) => usedAt === null)
    console.log(
      `      ${RACERS} refreshes at once at 2 servers: ${logouts} logouts, ${leaves.length} live leaf`
    )
    assert.equal(logouts, 0)
    const children = [...new Set(answers.map(({ data }) => data.refreshToken))]
    assert.lengthOf(children, 1)
    assert.lengthOf(leaves, 1)
    for (const server of servers) {
      const seen = await fetch(`${server.url}/user/profile`, { headers: actor.headers })
      assert.equal(seen.status, 200)
    }
    assert.equal((await refresh(servers[1], children[0])).status, 200)
  })
})
