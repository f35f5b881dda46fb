import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import type { Role } from '#core/actor'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { letProofAge } from '#tests/helpers/factors'
import { paramsOfNothing } from '#tests/helpers/nothing'
import { operations } from '#tests/helpers/openapi'
import { loadRows, send } from '#tests/matrix/matrix'
import { endpoints } from '../../scripts/openapi/routes.js'

/**
 * Where money leaves, somebody is given more to do, a way in is opened or closed, or all that is known
 * of a person goes out or away. One more such route: one more line, and one in docs/api/auth.md.
 */
const STEPPED_UP = [
  'auth.identities.destroy',
  'auth.identities.store',
  'auth.own_phones.destroy',
  'auth.own_phones.update',
  'auth.recovery_codes.store',
  'auth.staff.users.destroy',
  'auth.staff.users.store',
  'auth.staff.users.update',
  'clients.customers.destroy',
  'privacy.accounts.destroy',
  'privacy.exports.store',
  'withdrawals.partner.withdrawals.store',
  'withdrawals.staff.withdrawals.update',
]

/** For what their bodies ask for: bank details; a second factor, without the password. */
const STEPPED_UP_FOR_SOME: Record<string, Record<string, unknown>> = {
  'auth.second_factor_settings.store': { method: 'totp' },
  'partner.profile.update': {
    payoutDetails: {
      accountHolder: 'Ada Lovelace',
      accountNumber: 'DE89370400440532013000',
      bankName: 'Bank',
      country: 'DE',
    },
  },
}

/** Somebody who has proved long ago who it is. */
async function unprovenActor(role: Role): Promise<TestActor> {
  const actor = await actorOfRole(role)
  await letProofAge(actor)
  return actor
}

test.group('a step-up', () => {
  test('is asked for by these routes, and by no other', async ({ assert }) => {
    const asking: string[] = []
    const rows = (await loadRows()).filter(({ allow }) => !allow.includes('public'))
    const known = await operations()
    const callers = new Map<Role, TestActor>()
    for (const { route, allow } of rows) {
      const [role] = allow as Role[]
      const request = {
        params: paramsOfNothing(known.get(route)!),
        body: STEPPED_UP_FOR_SOME[route] ?? {},
      }
      const ask = async () => send(route, request, callers.get(role)!)
      if (!callers.has(role)) callers.set(role, await unprovenActor(role))
      let answer = await ask()
      // the route before was one that ends sessions
      if (answer.status === 401) callers.set(role, await unprovenActor(role))
      if (answer.status === 401) answer = await ask()
      if (answer.body.errors?.[0]?.code === 'E_STEP_UP_REQUIRED') asking.push(route)
    }
    console.log(`      ${asking.length} of ${rows.length} routes ask for a step-up`)
    assert.sameMembers(asking, [...STEPPED_UP, ...Object.keys(STEPPED_UP_FOR_SOME)])
  })

  test('is described where it is asked for', async ({ assert }) => {
    const text = await readFile(app.makePath('docs/api/auth.md'), 'utf8')
    const asking = [...STEPPED_UP, ...Object.keys(STEPPED_UP_FOR_SOME)]
    const [, described] = /## Step-up\n(.*?)\n## /s.exec(text)!
    const routes = endpoints().filter(({ name }) => asking.includes(name))
    const silent = routes
      .map(({ method, pattern }) => `${method} ${pattern.replace('/api/v1', '')}`)
      .filter((address) => !described.includes(`\`${address}\``))
    assert.deepEqual(silent, [])
  })
})
