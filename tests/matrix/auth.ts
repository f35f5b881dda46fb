import { randomInt } from 'node:crypto'
import LogIn from '#auth/actions/log_in'
import ResendCode from '#auth/actions/resend_code'
import SendPasswordReset from '#auth/actions/send_password_reset'
import SendPhoneCode from '#auth/actions/send_phone_code'
import StartSecondFactor from '#auth/actions/start_second_factor'
import StartRegistration from '#auth/actions/start_registration'
import { issueToken } from '#auth/services/challenges'
import { write } from '#core/database/write'
import { newId } from '#core/support/ids'
import { actorOfRole, logIn, PASSWORD, unique, type TestActor } from '#tests/helpers/actors'
import { App, withApp } from '#tests/helpers/factors'
import { asActor } from '#tests/helpers/marketplace'
import { codeSentTo, linkTokenSentTo } from '#tests/helpers/outbox'
import { EVERYBODY_LOGGED_IN, type Caller, type MatrixRow } from '#tests/matrix/row'

const everybody: Caller[] = ['public', ...EVERYBODY_LOGGED_IN]
const managers: Caller[] = ['dev', 'senior_dev', 'senior_admin']

const newcomer = () => ({
  name: 'Nina',
  email: `${unique('m')}@example.test`,
  password: PASSWORD,
  role: 'client' as const,
})
const phone = () => `+49151${randomInt(10_000_000, 99_999_999)}`

async function pending() {
  const person = newcomer()
  await new StartRegistration().execute({ ...person, country: null })
  return person.email
}

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
  return { body: { challenge, code: await codeSentTo(email) } }
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

async function phoneLogin() {
  const { user } = await actorOfRole('client', { phone: phone() })
  await new SendPhoneCode().execute({ phone: user.phone! })
  return { body: { phone: user.phone!, code: await codeSentTo(user.phone!) } }
}

async function resetLink() {
  const { user } = await actorOfRole('client')
  await new SendPasswordReset().execute({ email: user.email! })
  const token = await linkTokenSentTo(user.email!)
  return { params: { token }, body: { password: 'another good password' } }
}

const anAgent = async () => ({ userId: (await actorOfRole('agent')).user.id })

export const rows: MatrixRow[] = [
  {
    route: 'auth.registrations.store',
    allow: everybody,
    success: 202,
    request: async () => ({ body: newcomer() }),
  },
  {
    route: 'auth.registrations.update',
    allow: everybody,
    success: 200,
    request: async () => {
      const email = await pending()
      return { body: { email, code: await codeSentTo(email) } }
    },
  },
  {
    route: 'auth.registration_codes.store',
    allow: everybody,
    success: 202,
    request: async () => {
      const email = await pending()
      await new ResendCode().execute({ email })
      return { body: { email } }
    },
  },
  {
    route: 'auth.sessions.store',
    allow: everybody,
    success: 200,
    request: async ({ user }) => ({ body: { email: user.email!, password: PASSWORD } }),
  },
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
  {
    route: 'auth.sessions.update',
    allow: everybody,
    success: 200,
    request: async ({ user }) => ({ body: { refreshToken: (await logIn(user)).refreshToken } }),
  },
  {
    route: 'auth.token_checks.store',
    allow: everybody,
    success: 200,
    request: async ({ accessToken }) => ({ body: { token: accessToken } }),
  },
  {
    route: 'auth.current_session.destroy',
    allow: EVERYBODY_LOGGED_IN,
    success: 204,
    request: async () => ({}),
  },
  {
    route: 'auth.sessions.index',
    allow: EVERYBODY_LOGGED_IN,
    success: 200,
    request: async () => ({}),
  },
  {
    route: 'auth.sessions.destroy',
    allow: EVERYBODY_LOGGED_IN,
    success: 204,
    request: async ({ user }: TestActor) => ({
      params: { sessionId: (await logIn(user)).sessionId },
    }),
    object: { param: 'sessionId', missing: newId('session'), owned: true },
  },
  {
    route: 'auth.phone_codes.store',
    allow: everybody,
    success: 202,
    request: async () => ({ body: { phone: phone() } }),
  },
  { route: 'auth.phone_codes.update', allow: everybody, success: 200, request: phoneLogin },
  {
    route: 'auth.password_resets.store',
    allow: everybody,
    success: 202,
    request: async () => ({ body: { email: `${unique('m')}@example.test` } }),
  },
  { route: 'auth.password_resets.update', allow: everybody, success: 204, request: resetLink },
  {
    route: 'auth.passwords.update',
    allow: EVERYBODY_LOGGED_IN,
    success: 204,
    request: async () => ({
      body: { currentPassword: PASSWORD, newPassword: 'another good password' },
    }),
  },
  { route: 'auth.staff.users.index', allow: managers, success: 200, request: async () => ({}) },
  {
    route: 'auth.staff.users.store',
    allow: managers,
    success: 201,
    request: async () => ({
      body: { name: 'Sam', email: `${unique('m')}@example.test`, role: 'agent' },
    }),
  },
  {
    route: 'auth.staff.users.update',
    allow: managers,
    success: 200,
    request: async () => ({ params: await anAgent(), body: { role: 'hr' } }),
    object: { param: 'userId', missing: newId('user'), owned: false },
  },
  {
    route: 'auth.staff.users.destroy',
    allow: managers,
    success: 204,
    request: async () => ({ params: await anAgent() }),
    object: { param: 'userId', missing: newId('user'), owned: false },
  },
]
