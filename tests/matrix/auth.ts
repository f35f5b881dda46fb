import { randomInt } from 'node:crypto'
import ResendCode from '#auth/actions/resend_code'
import SendOwnPhoneCode from '#auth/actions/send_own_phone_code'
import SendPasswordReset from '#auth/actions/send_password_reset'
import SendPhoneCode from '#auth/actions/send_phone_code'
import StartOutsideLogIn from '#auth/actions/start_outside_log_in'
import StartRegistration from '#auth/actions/start_registration'
import { issueToken } from '#auth/services/challenges'
import { noteDevice } from '#auth/services/known_devices'
import { attachIdentity } from '#auth/services/outside/attach_identity'
import type { OutsideIdentity } from '#auth/services/outside/identity'
import { write } from '#core/database/write'
import { clock, HOUR } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { actorOfRole, logIn, PASSWORD, unique, type TestActor } from '#tests/helpers/actors'
import { deletedBy } from '#tests/helpers/deletions'
import { asActor } from '#tests/helpers/marketplace'
import { secretsQueuedFor } from '#tests/helpers/outbox'
import { frontEndSecret } from '#tests/helpers/outside/log_ins'
import { ProviderStandIn } from '#tests/helpers/outside/provider_stand_in'
import type User from '#users/models/user'
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

async function aDevice(user: User) {
  const origin = { ip: '127.0.0.1', userAgent: 'test' }
  return (await write((trx) => noteDevice(trx, user, origin))).id
}

async function phoneLogin() {
  const { user } = await actorOfRole('client', { phone: phone(), phoneVerifiedAt: 1 })
  await new SendPhoneCode().execute({ phone: user.phone! })
  const { code } = await secretsQueuedFor(user.phone!)
  return { body: { phone: user.phone!, code } }
}

async function ownPhone(caller: TestActor) {
  const number = phone()
  await new SendOwnPhoneCode().execute({ actor: asActor(caller), phone: number })
  const { code } = await secretsQueuedFor(number)
  return { body: { code } }
}

async function resetLink() {
  const { user } = await actorOfRole('client')
  await new SendPasswordReset().execute({ email: user.email! })
  const { token } = await secretsQueuedFor(user.email!)
  return { params: { token }, body: { password: 'another good password' } }
}

let google: Promise<ProviderStandIn> | undefined

/** A Google of the tests, started by the first row that needs it. */
export const aGoogle = () => (google ??= ProviderStandIn.start('google'))

const somebody = () => ({ email: `${unique('m')}@example.test`, email_verified: true })

const outsideIdentity = (email: string): OutsideIdentity => ({
  provider: 'google',
  issuer: 'https://accounts.google.com',
  subject: unique('s'),
  email,
  isEmailVerified: true,
  name: 'Nina',
  expiresAt: clock.now() + HOUR,
})

async function idToken() {
  const provider = await aGoogle()
  const token = await provider.idToken(provider.person(somebody()))
  return { params: { provider: 'google' }, body: { idToken: token } }
}

/** A browser that is back, having thought better of it. */
async function browserBack() {
  const { issuer } = await aGoogle()
  const input = { provider: 'google' as const, codeChallenge: frontEndSecret().codeChallenge }
  const { url, cookie } = await new StartOutsideLogIn().execute(input)
  const state = new URL(url).searchParams.get('state')!
  return {
    params: { provider: 'google' },
    query: { state, error: 'access_denied', iss: issuer },
    headers: { cookie: `${cookie.name}=${cookie.value}` },
  }
}

async function exchangeCode() {
  const { codeVerifier, codeChallenge } = frontEndSecret()
  const data = { identity: outsideIdentity(`${unique('m')}@example.test`), codeChallenge }
  const subject = unique('exchange')
  const code = await write((trx) => issueToken(trx, { purpose: 'outside_exchange', subject, data }))
  return { body: { code: code.secret, codeVerifier } }
}

async function linkChallenge({ user }: { user: User }) {
  const link = {
    purpose: 'identity_link' as const,
    subject: user.id,
    userId: user.id,
    data: outsideIdentity(user.email!),
  }
  return (await write((trx) => issueToken(trx, link))).secret
}

async function ownIdentity({ user }: TestActor) {
  const identity = outsideIdentity(user.email!)
  const { link } = await write((trx) => attachIdentity(trx, user.id, identity, null))
  return { params: { identityId: link.id } }
}

const anAgent = async () => ({ userId: (await actorOfRole('agent')).user.id })

export const rows: MatrixRow[] = [
  {
    route: 'auth.staff.permissions.index',
    allow: managers,
    request: async () => ({}),
    success: 200,
  },
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
      const { code } = await secretsQueuedFor(email)
      return { body: { email, code } }
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
  { route: 'auth.outside_log_ins.store', allow: everybody, success: 200, request: idToken },
  { route: 'auth.outside_log_ins.update', allow: everybody, success: 200, request: exchangeCode },
  {
    route: 'auth.outside_providers.index',
    allow: everybody,
    success: 200,
    request: async () => ({}),
  },
  {
    route: 'auth.outside_redirects.create',
    allow: everybody,
    success: 302,
    request: async () => {
      await aGoogle()
      const { codeChallenge } = frontEndSecret()
      return { params: { provider: 'google' }, query: { codeChallenge } }
    },
  },
  {
    route: 'auth.outside_redirects.show',
    allow: everybody,
    isSpent: true,
    success: 302,
    request: browserBack,
  },
  {
    route: 'auth.identity_links.store',
    allow: everybody,
    success: 200,
    request: async (caller) => ({
      body: { challenge: await linkChallenge(caller), password: PASSWORD },
    }),
  },
  {
    route: 'auth.identities.index',
    allow: EVERYBODY_LOGGED_IN,
    success: 200,
    request: async () => ({}),
  },
  {
    route: 'auth.identities.store',
    allow: EVERYBODY_LOGGED_IN,
    success: 201,
    request: async (caller) => ({ body: { challenge: await linkChallenge(caller) } }),
  },
  {
    route: 'auth.identities.destroy',
    allow: EVERYBODY_LOGGED_IN,
    success: 204,
    request: ownIdentity,
    object: {
      param: 'identityId',
      missing: newId('identity'),
      owned: true,
      deleted: deletedBy('auth.identities.destroy'),
    },
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
    route: 'auth.sessions.clear',
    allow: EVERYBODY_LOGGED_IN,
    success: 200,
    request: async ({ user }: TestActor) => {
      await logIn(user)
      return {}
    },
  },
  {
    route: 'auth.sessions.destroy',
    allow: EVERYBODY_LOGGED_IN,
    success: 204,
    request: async ({ user }: TestActor) => ({
      params: { sessionId: (await logIn(user)).sessionId },
    }),
    object: {
      param: 'sessionId',
      missing: newId('session'),
      owned: true,
      deleted: deletedBy('auth.sessions.destroy'),
    },
  },
  {
    route: 'auth.known_devices.index',
    allow: EVERYBODY_LOGGED_IN,
    success: 200,
    request: async () => ({}),
  },
  {
    route: 'auth.known_devices.destroy',
    allow: EVERYBODY_LOGGED_IN,
    success: 204,
    request: async ({ user }: TestActor) => ({ params: { deviceId: await aDevice(user) } }),
    object: {
      param: 'deviceId',
      missing: newId('device'),
      owned: true,
      deleted: deletedBy('auth.known_devices.destroy'),
    },
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
  {
    route: 'auth.own_phones.update',
    allow: EVERYBODY_LOGGED_IN,
    success: 202,
    request: async () => ({ body: { phone: phone() } }),
  },
  {
    route: 'auth.own_phones.store',
    allow: EVERYBODY_LOGGED_IN,
    success: 200,
    request: ownPhone,
  },
  {
    route: 'auth.own_phones.destroy',
    allow: EVERYBODY_LOGGED_IN,
    success: 204,
    request: async () => ({}),
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
