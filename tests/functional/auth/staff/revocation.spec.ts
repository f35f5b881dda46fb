/*
 * What is taken away acts on every server: two real ones on the tests' database. Everything is taken
 * away at once, here or there, so that the whole takes no longer than one promise.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { actorOfRole, logIn, type TestActor } from '#tests/helpers/actors'
import { startServers, stopServers, type Server } from '#tests/helpers/servers'
import { TAKEN_AWAY, type Key, type Scene } from '#tests/helpers/taken_away'

const PROMISED = 5_000
const TOKENS = 10
const SLOW_MACHINE = 240_000

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
    servers = await startServers('revocation')
    outcomes = await Promise.allSettled(RUNS.map((run) => outcomeOf(servers, run)))
  })
  group.teardown(() => stopServers(servers))
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
