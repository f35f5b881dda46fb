/*
 * Guessing at passwords from many addresses: against a server of its own, with the limits of
 * production and a proxy whose X-Forwarded-For it believes.
 */
import { spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { actorOfRole, PASSWORD, type TestActor } from '#tests/helpers/actors'
import { lookAs } from '#tests/helpers/impersonation'
import { sized } from '#tests/helpers/sizes'
import { freePort, isUp, until } from '#tests/faults/processes'

const MAX = 5
const STRANGERS = sized({ full: 1_000, small: 160 })
const AT_ONCE = 20

/** A second server on the database of this run. @returns its address, and how it is ended */
async function strictServer(): Promise<{ url: string; stop: () => void }> {
  const port = await freePort()
  const limits = { RATE_LIMIT_AUTH_MAX: String(MAX), TRUSTED_PROXIES: '127.0.0.1' }
  const child = spawn(process.execPath, ['--import=@poppinss/ts-exec', 'bin/server.ts'], {
    cwd: app.makePath(),
    env: { ...process.env, ...limits, PORT: String(port) },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  await until('the strict server', () => isUp(url))
  return { url, stop: () => child.kill('SIGKILL') }
}

const anyAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`

test.group('attempts at a password (A4)', (group) => {
  let url: string
  group.setup(async () => {
    const server = await strictServer()
    url = server.url
    return server.stop
  })

  test('strangers lock each other out, not the owner on a known device', async ({ assert }) => {
    const person = await actorOfRole('client')
    const home = anyAddress()
    const logIn = async ({ user }: TestActor, from: string, more: object = {}) => {
      const response = await fetch(`${url}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        body: JSON.stringify({ email: user.email, password: PASSWORD, ...more }),
      })
      return { status: response.status, body: (await response.json()) as any }
    }
    const first = await logIn(person, home)
    assert.equal(first.status, 200)
    const { deviceToken } = first.body.data

    const statuses: number[] = []
    for (let n = 0; n < STRANGERS / AT_ONCE; n++) {
      const guesses = Array.from({ length: AT_ONCE }, () =>
        logIn(person, anyAddress(), { password: 'not the password' })
      )
      statuses.push(...(await Promise.all(guesses)).map(({ status }) => status))
    }
    const compared = statuses.filter((status) => status === 401).length
    console.log(
      `      ${STRANGERS} wrong passwords from as many addresses: ${compared} compared, ` +
        `${statuses.filter((status) => status === 429).length} refused unread`
    )
    // a Redis that takes longer than 200 ms is as good as away: then this process counts by itself
    const stores = process.env.QUEUE_DRIVER === 'bull' ? 2 : 1
    assert.isAtMost(compared, stores * 10 * MAX)
    assert.equal((await logIn(person, home)).status, 429, 'without the device, as everybody')
    assert.equal((await logIn(person, home, { deviceToken })).status, 200, 'the owner gets in')

    const other = await actorOfRole('client')
    const foreign = (await logIn(other, anyAddress())).body.data.deviceToken
    const disguised = await logIn(person, anyAddress(), { deviceToken: foreign })
    assert.equal(disguised.status, 429, "another account's device does not help")
    const atHome: number[] = []
    for (let n = 0; n < 6; n++) {
      const wrong = { deviceToken, password: 'not the password' }
      atHome.push((await logIn(person, home, wrong)).status)
    }
    assert.deepEqual(atHome.slice(-2), [429, 429], 'a device may not guess without end, either')
  }).timeout(120_000)

  test('one number is one account however it is spelt, one /64 one address, and what a route does not read changes nothing', async ({
    assert,
  }) => {
    const ask = async (path: string, from: string, body: object) => {
      const response = await fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        body: JSON.stringify(body),
      })
      await response.text()
      return response.status
    }
    const allOf = (count: number, one: (n: number) => Promise<number>) =>
      Promise.all(Array.from({ length: count }, (_, n) => one(n)))
    const stores = process.env.QUEUE_DRIVER === 'bull' ? 2 : 1
    const passed = (statuses: number[]) => statuses.filter((status) => status !== 429).length
    const most = stores * 10 * MAX

    const local = `30${randomInt(1_000_000, 9_999_999)}`
    const spellings = [`+49${local}`, `+49 ${local}`, `+49-${local}`, `+49 (30) ${local.slice(2)}`]
    const spelt = await allOf(most + 8, (n) =>
      ask('/auth/otp', anyAddress(), {
        phone: spellings[n % spellings.length],
        email: `decoy${n}@example.test`,
      })
    )
    assert.isAtMost(passed(spelt), most, 'ten times as many as one address, from anywhere')
    assert.isAtLeast(passed(spelt), 10 * MAX)

    const network = `2001:db8:${randomInt(9_000)}:${randomInt(9_000)}`
    const near = await allOf(stores * MAX + 3, (n) =>
      ask('/auth/forgot-password', `${network}::${n + 1}`, { email: `n${n}.${local}@example.test` })
    )
    assert.isAtMost(passed(near), stores * MAX, 'a whole /64 is one address')
    const far = await ask('/auth/forgot-password', `2001:db9:${randomInt(9_000)}::1`, {
      email: `far.${local}@example.test`,
    })
    assert.equal(far, 202)
  }).timeout(120_000)

  test('thirty impersonation tokens that open nothing, then none is looked up for that address', async ({
    assert,
  }) => {
    const eyes = await lookAs(await actorOfRole('admin'), await actorOfRole('client'))
    const look = async (from: string, headers: object) => {
      const response = await fetch(`${url}/api/v1/user/profile`, {
        headers: { ...headers, 'x-forwarded-for': from },
      })
      await response.text()
      return response
    }
    const made = () => ({ 'x-impersonation-token': randomBytes(32).toString('base64url') })
    const [guesser, desk] = [anyAddress(), anyAddress()]
    const stores = process.env.QUEUE_DRIVER === 'bull' ? 2 : 1
    const answers: Response[] = []
    for (let n = 0; n < stores * 6 * MAX + 3; n++) answers.push(await look(guesser, made()))
    const looked = answers.filter(({ status }) => status === 401).length
    assert.isAtLeast(looked, 6 * MAX)
    assert.isAtMost(looked, stores * 6 * MAX)
    const over = answers.find(({ status }) => status === 429)!
    assert.isAbove(Number(over.headers.get('retry-after')), 0)
    assert.equal((await look(desk, eyes.headers)).status, 200, 'staff elsewhere go on looking')
    assert.equal((await look(guesser, {})).status, 401, 'what brings no such token is not counted')
  }).timeout(120_000)
})
