import LogIn from '#auth/actions/log_in'
import StartSecondFactor from '#auth/actions/start_second_factor'
import { issueToken } from '#auth/services/challenges'
import { write } from '#core/database/write'
import { actorOfRole, PASSWORD, type TestActor } from '#tests/helpers/actors'
import { App, withApp } from '#tests/helpers/factors'
import { asActor } from '#tests/helpers/marketplace'
import { secretsQueuedFor } from '#tests/helpers/outbox'
import { EVERYBODY_LOGGED_IN, type Caller, type MatrixRow } from '#tests/matrix/row'

const everybody: Caller[] = ['public', ...EVERYBODY_LOGGED_IN]

/** Somebody who has shown the password of an account that wants a mailed code, too. */
async function halfLoggedIn() {
  const { user } = await actorOfRole('agent', { twoFactor: 'email' })
  const origin = { ip: '127.0.0.1', userAgent: null }
  const input = { email: user.email!, password: PASSWORD, transport: 'bearer' as const, origin }
  const result = await new LogIn().execute(input)
  if (result.kind !== 'second factor') throw new Error('The account has a second factor')
  return { email: user.email!, challenge: result.challenge }
}

async function secondFactor() {
  const { email, challenge } = await halfLoggedIn()
  const { code } = await secretsQueuedFor(email)
  return { body: { challenge, code } }
}

async function unlockLink() {
  const { user } = await actorOfRole('client')
  const which = { purpose: 'unlock_factor' as const, subject: user.id, userId: user.id }
  const { secret } = await write((trx) => issueToken(trx, which))
  return { body: { token: secret } }
}

/** Codes by mail are the second factor of this caller. */
async function withMailedCodes({ user }: TestActor) {
  await write((trx) => trx.from('users').where({ id: user.id }).update({ two_factor: 'email' }))
}

async function newApp(caller: TestActor) {
  const actor = asActor(caller)
  const setUp = await new StartSecondFactor().execute({ actor, method: 'totp' })
  if (setUp.method !== 'totp') throw new Error('An app was asked for')
  return { body: { code: new App(setUp.secret).next() } }
}

export const rows: MatrixRow[] = [
  { route: 'auth.second_factors.store', allow: everybody, success: 200, request: secondFactor },
  {
    route: 'auth.second_factors.send',
    allow: everybody,
    success: 202,
    request: async () => ({
      body: { challenge: (await halfLoggedIn()).challenge, method: 'email' },
    }),
  },
  { route: 'auth.unlocks.store', allow: everybody, success: 204, request: unlockLink },
  {
    route: 'auth.step_ups.store',
    allow: EVERYBODY_LOGGED_IN,
    success: 200,
    request: async () => ({ body: { password: PASSWORD } }),
  },
  {
    route: 'auth.step_ups.send',
    allow: EVERYBODY_LOGGED_IN,
    success: 202,
    request: async (caller) => {
      await withMailedCodes(caller)
      return { body: { method: 'email' } }
    },
  },
  {
    route: 'auth.second_factor_settings.show',
    allow: EVERYBODY_LOGGED_IN,
    success: 200,
    request: async () => ({}),
  },
  {
    route: 'auth.second_factor_settings.store',
    allow: EVERYBODY_LOGGED_IN,
    success: 200,
    request: async () => ({ body: { method: 'totp' } }),
  },
  {
    route: 'auth.second_factor_settings.update',
    allow: EVERYBODY_LOGGED_IN,
    success: 200,
    request: newApp,
  },
  {
    route: 'auth.second_factor_settings.destroy',
    allow: EVERYBODY_LOGGED_IN,
    success: 204,
    request: async (caller) => {
      const { recoveryCodes } = await withApp(caller)
      return { body: { password: PASSWORD, code: recoveryCodes[0] } }
    },
  },
  {
    route: 'auth.recovery_codes.store',
    allow: EVERYBODY_LOGGED_IN,
    success: 201,
    request: async (caller) => {
      await withApp(caller)
      return {}
    },
  },
]
