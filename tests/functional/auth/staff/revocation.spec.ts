/*
 * What is taken away acts on every server: two real ones on the tests' database. Everything is taken
 * away at once, here or there, so that the whole takes no longer than one promise.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { actorOfRole, logIn, type TestActor } from '#tests/helpers/actors'
import {
  environmentOf,
  freePort,
  isUp,
  scratchFolder,
  souk,
  until,
  type Environment,
  type Process,
} from '#tests/faults/processes'
import { TAKEN_AWAY, type Key, type Scene } from '#tests/helpers/taken_away'

const PROMISED = 5_000
const TOKENS = 10
const SLOW_MACHINE = 240_000

interface Server {
  url: string
  process: Process
}

async function startServers(): Promise<Server[]> {
  const folder = scratchFolder('revocation')
  const shared: Environment = environmentOf(folder, {
    APP_KEY: env.get('APP_KEY').release(),
    JWT_SECRET: env.get('JWT_SECRET').release(),
    DB_FILE: app.makePath(env.get('DB_FILE')),
    // jobs stay with the tests
    WORKER_IN_SERVER: 'no',
  })
  const servers = await Promise.all(
    ['one', 'two'].map(async (name) => {
      const port = await freePort()
      const process = souk.server(name, { ...shared, PORT: String(port) }, folder).start()
      return { url: `http://127.0.0.1:${port}/api/v1`, process }
    })
  )
  for (const { url } of servers)
    await until(`${url} answers`, () => isUp(url.replace('/api/v1', '')), 120_000)
  return servers
}

const statusAt = async ({ url }: Server, { headers }: Key) =>
  (await fetch(`${url}/user/profile`, { headers })).status

/** The same deed at the first server or at the second. */
const RUNS = TAKEN_AWAY.flatMap((one) => [
  { ...one, at: 0 },
  { ...one, at: 1 },
])

interface Outcome {
  /** ms until everything was refused, at each server */
  took: number[]
  /** of a refresh with what is taken away, at the other server */
  refreshed?: number
  count: number
}

async function outcomeOf(servers: Server[], { victim: role, by, at, ...one }: (typeof RUNS)[0]) {
  const victim = await actorOfRole(role)
  const sessions: TestActor[] = []
  for (let i = 0; i < TOKENS; i++) sessions.push(await logIn(victim.user))
  const doer = by ? await actorOfRole(by) : victim
  const ask: Scene['ask'] = async (method, path, body) => {
    const headers = { ...doer.headers, 'content-type': 'application/json' }
    const request = { method, headers, body: body && JSON.stringify(body) }
    const response = await fetch(`${servers[at].url}${path}`, request)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text && JSON.parse(text).data
  }
  const scene = { victim, doer, sessions, ask }
  const keys: Key[] = one.keys ? await one.keys(scene) : sessions
  const areAll = async (status: number, server: Server) => {
    for (const key of keys) if ((await statusAt(server, key)) !== status) return false
    return true
  }
  for (const server of servers)
    if (!(await areAll(200, server))) throw new Error('they are refused before')

  await one.deed(scene)
  const doneAt = performance.now()
  const tookAt = async (server: Server) => {
    while (!(await areAll(401, server)) && performance.now() - doneAt < 2 * PROMISED)
      await sleep(100)
    return performance.now() - doneAt
  }
  const took = await Promise.all(servers.map(tookAt))
  const [{ refreshToken }] = keys
  const refreshed = refreshToken && (await refreshAt(servers[1 - at], refreshToken))
  return { took, refreshed, count: keys.length } as Outcome
}

async function refreshAt({ url }: Server, refreshToken: string): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ refreshToken })
  const response = await fetch(`${url}/auth/refresh-token`, { method: 'POST', headers, body })
  return response.status
}

test.group('what is taken away', (group) => {
  let servers: Server[]
  let outcomes: PromiseSettledResult<Outcome>[]
  group.setup(async () => {
    servers = await startServers()
    outcomes = await Promise.allSettled(RUNS.map((run) => outcomeOf(servers, run)))
  })
  group.teardown(async () => {
    for (const { process } of servers) await process.stop('SIGKILL')
  })
  group.each.timeout(SLOW_MACHINE)

  for (const [index, { what, at }] of RUNS.entries())
    test(`${what}, at server ${at + 1}, acts on both in time`, ({ assert }) => {
      const outcome = outcomes[index]
      if (outcome.status === 'rejected') throw outcome.reason
      const { took, refreshed, count } = outcome.value
      const seconds = took.map((milliseconds) => (milliseconds / 1000).toFixed(2))
      console.log(
        `      ${what}, at ${at + 1}: ${count} refused here after ${seconds[at]} s, there ${seconds[1 - at]} s`
      )
      assert.isBelow(Math.max(...took), PROMISED)
      if (refreshed !== undefined) assert.equal(refreshed, 401)
    })
})
