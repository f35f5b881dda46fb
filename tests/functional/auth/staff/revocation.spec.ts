/*
 * What is taken away acts on every server: two real ones on the tests' database.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { Role } from '#core/actor'
import { actorOfRole, logIn, type TestActor } from '#tests/helpers/actors'
import { startServers, stopServers, type Server } from '#tests/helpers/servers'

const PROMISED = 5_000
const TOKENS = 10
const SLOW_MACHINE = 240_000

const statusAt = async ({ url }: Server, { headers }: TestActor) =>
  (await fetch(`${url}/user/profile`, { headers })).status

interface Case {
  what: string
  victim: Role
  deed(victim: TestActor, others: TestActor[]): { method: string; path: string; body?: object }[]
  /** who does it; the victim's own first session when not given */
  by?: Role
}

const account = ({ user }: TestActor) => `/admin/users/${user.id}`

const CASES: Case[] = [
  {
    what: 'a new role',
    victim: 'admin',
    by: 'senior_admin',
    deed: (victim) => [{ method: 'PUT', path: account(victim), body: { role: 'agent' } }],
  },
  {
    what: 'a suspension',
    victim: 'agent',
    by: 'senior_admin',
    deed: (victim) => [{ method: 'PUT', path: account(victim), body: { status: 'suspended' } }],
  },
  {
    what: 'a deactivation',
    victim: 'hr',
    by: 'senior_admin',
    deed: (victim) => [{ method: 'DELETE', path: account(victim) }],
  },
  {
    what: 'ending all other sessions',
    victim: 'client',
    deed: (_, others) =>
      others.map(({ sessionId }) => ({ method: 'DELETE', path: `/auth/sessions/${sessionId}` })),
  },
]

test.group('what is taken away', (group) => {
  let servers: Server[]
  group.setup(async () => void (servers = await startServers('revocation')))
  group.teardown(() => stopServers(servers))
  group.each.timeout(SLOW_MACHINE)

  for (const { what, victim: role, by, deed } of CASES)
    test(`${what} acts on every server in time`, async ({ assert }) => {
      const victim = await actorOfRole(role)
      const tokens: TestActor[] = []
      for (let i = 0; i < TOKENS; i++) tokens.push(await logIn(victim.user))
      const doer = by ? await actorOfRole(by) : victim
      for (const server of servers)
        for (const token of tokens) assert.equal(await statusAt(server, token), 200)

      for (const { method, path, body } of deed(victim, tokens)) {
        const response = await fetch(`${servers[0].url}${path}`, {
          method,
          headers: { ...doer.headers, 'content-type': 'application/json' },
          body: body && JSON.stringify(body),
        })
        assert.isTrue(response.ok, await response.text())
      }
      const doneAt = performance.now()
      const took: number[] = []
      for (const server of servers) {
        const refused = async () => {
          const statuses = await Promise.all(tokens.map((token) => statusAt(server, token)))
          return statuses.every((status) => status === 401)
        }
        while (!(await refused()) && performance.now() - doneAt < 2 * PROMISED) await sleep(50)
        took.push(performance.now() - doneAt)
      }
      const [here, there] = took.map((milliseconds) => (milliseconds / 1000).toFixed(2))
      console.log(`      ${what}: ${TOKENS} tokens refused here after ${here} s, there ${there} s`)
      assert.isBelow(Math.max(...took), PROMISED)
      const { refreshToken } = tokens[0]
      const refresh = await fetch(`${servers[1].url}/auth/refresh-token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ refreshToken }),
      })
      assert.equal(refresh.status, 401)
    })
})
