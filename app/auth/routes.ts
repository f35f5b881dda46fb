import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { PROVIDERS } from '#auth/services/outside/providers'
import { apiRoutes } from '#core/http/api_group'
import { middleware } from '#start/kernel'

const {
  CurrentSession,
  Identities,
  IdentityLinks,
  KnownDevices,
  OutsideLogIns,
  OutsideProviders,
  OutsideRedirects,
  PasswordResets,
  Passwords,
  PhoneCodes,
  RegistrationCodes,
  Registrations,
  RecoveryCodes,
  SecondFactors,
  SecondFactorSettings,
  Sessions,
  StepUps,
  TokenChecks,
  Unlocks,
} = controllers.auth

const PROVIDER = new RegExp(`^(${PROVIDERS.join('|')})$`)

/** What names the account, in the order in which the log-in looks at it. */
const CONTACT = ['email', 'phone'] as const

apiRoutes(() => {
  router
    .post('/auth/register', [Registrations, 'store'])
    .as('auth.registrations.store')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'register', by: CONTACT }))
  router
    .post('/auth/verify-email', [Registrations, 'update'])
    .as('auth.registrations.update')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'verify', by: CONTACT }))
  router
    .post('/auth/resend-otp', [RegistrationCodes, 'store'])
    .as('auth.registration_codes.store')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'resend', by: CONTACT }))

  router
    .post('/auth/login', [Sessions, 'store'])
    .as('auth.sessions.store')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'login', by: CONTACT }))
  router
    .post('/auth/login/verify-2fa', [SecondFactors, 'store'])
    .as('auth.second_factors.store')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'verify-2fa', by: ['challenge'] }))
  router
    .post('/auth/login/send-code', [SecondFactors, 'send'])
    .as('auth.second_factors.send')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'send-code', by: ['challenge'] }))
  router
    .post('/auth/unlock', [Unlocks, 'store'])
    .as('auth.unlocks.store')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'unlock' }))
  router
    .post('/auth/refresh-token', [Sessions, 'update'])
    .as('auth.sessions.update')
    .allow('public')
    .withoutIdempotencyKey()
  router
    .post('/auth/verify-token', [TokenChecks, 'store'])
    .as('auth.token_checks.store')
    .allow('public')
    .withoutIdempotencyKey()
  router
    .post('/auth/logout', [CurrentSession, 'destroy'])
    .as('auth.current_session.destroy')
    .allow('user')
  router.get('/auth/sessions', [Sessions, 'index']).as('auth.sessions.index').allow('user')
  router.delete('/auth/sessions', [Sessions, 'clear']).as('auth.sessions.clear').allow('user')
  router
    .delete('/auth/sessions/:sessionId', [Sessions, 'destroy'])
    .as('auth.sessions.destroy')
    .allow('user')
  router.get('/auth/devices', [KnownDevices, 'index']).as('auth.known_devices.index').allow('user')
  router
    .delete('/auth/devices/:deviceId', [KnownDevices, 'destroy'])
    .as('auth.known_devices.destroy')
    .allow('user')

  router
    .post('/auth/otp', [PhoneCodes, 'store'])
    .as('auth.phone_codes.store')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'otp', by: ['phone'] }))
  router
    .post('/auth/verify-otp', [PhoneCodes, 'update'])
    .as('auth.phone_codes.update')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'verify-otp', by: ['phone'] }))

  router
    .get('/auth/oidc', [OutsideProviders, 'index'])
    .as('auth.outside_providers.index')
    .allow('public')
  router
    .get('/auth/oidc/:provider/redirect', [OutsideRedirects, 'create'])
    .as('auth.outside_redirects.create')
    .where('provider', PROVIDER)
    .allow('public')
  router
    .get('/auth/oidc/:provider/callback', [OutsideRedirects, 'show'])
    .as('auth.outside_redirects.show')
    .where('provider', PROVIDER)
    .allow('public')
  router
    .post('/auth/oidc/exchange', [OutsideLogIns, 'update'])
    .as('auth.outside_log_ins.update')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'oidc-exchange' }))
  router
    .post('/auth/oidc/link', [IdentityLinks, 'store'])
    .as('auth.identity_links.store')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'oidc-link' }))
  router
    .post('/auth/oidc/:provider', [OutsideLogIns, 'store'])
    .as('auth.outside_log_ins.store')
    .where('provider', PROVIDER)
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'oidc' }))
  router.get('/user/identities', [Identities, 'index']).as('auth.identities.index').allow('user')
  router
    .post('/user/identities', [Identities, 'store'])
    .as('auth.identities.store')
    .allow('user')
    .requireStepUp()
    .use(middleware.attemptLimit({ name: 'identities' }))
    .callOutside()
  router
    .delete('/user/identities/:identityId', [Identities, 'destroy'])
    .as('auth.identities.destroy')
    .allow('user')
    .requireStepUp()

  router
    .post('/auth/forgot-password', [PasswordResets, 'store'])
    .as('auth.password_resets.store')
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'forgot', by: ['email'] }))
  router
    .post('/auth/reset-password/:token', [PasswordResets, 'update'])
    .as('auth.password_resets.update')
    .where('token', /^[\w-]{43}$/)
    .allow('public')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'reset' }))

  router
    .put('/user/change-password', [Passwords, 'update'])
    .as('auth.passwords.update')
    .allow('user')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'change-password' }))
})

apiRoutes(() => {
  router
    .post('/auth/step-up', [StepUps, 'store'])
    .as('auth.step_ups.store')
    .allow('user')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'step-up' }))
  router.post('/auth/step-up/send-code', [StepUps, 'send']).as('auth.step_ups.send').allow('user')

  router
    .get('/user/2fa', [SecondFactorSettings, 'show'])
    .as('auth.second_factor_settings.show')
    .allow('user')
  router
    .post('/user/enable-2fa', [SecondFactorSettings, 'store'])
    .as('auth.second_factor_settings.store')
    .allow('user')
    .withoutIdempotencyKey()
  router
    .post('/user/verify-2fa', [SecondFactorSettings, 'update'])
    .as('auth.second_factor_settings.update')
    .allow('user')
    .withoutIdempotencyKey()
  router
    .post('/user/disable-2fa', [SecondFactorSettings, 'destroy'])
    .as('auth.second_factor_settings.destroy')
    .allow('user')
    .withoutIdempotencyKey()
  router
    .post('/user/recovery-codes', [RecoveryCodes, 'store'])
    .as('auth.recovery_codes.store')
    .allow('user')
    .withoutIdempotencyKey()
    .requireStepUp()
})

apiRoutes(() => {
  const { Permissions, Users } = controllers.auth.staff
  const manage = staff('users.manage')

  router
    .get('/admin/permissions', [Permissions, 'index'])
    .as('auth.staff.permissions.index')
    .allow(manage)
  router.get('/admin/users', [Users, 'index']).as('auth.staff.users.index').allow(manage)
  router
    .post('/admin/users', [Users, 'store'])
    .as('auth.staff.users.store')
    .allow(manage)
    .requireStepUp()
  router
    .put('/admin/users/:userId', [Users, 'update'])
    .as('auth.staff.users.update')
    .allow(manage)
    .requireStepUp()
  router
    .delete('/admin/users/:userId', [Users, 'destroy'])
    .as('auth.staff.users.destroy')
    .allow(manage)
    .requireStepUp()
})
