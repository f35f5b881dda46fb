import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'
import { middleware } from '#start/kernel'

const { Registrations, Sessions, PhoneCodes, PasswordResets } = controllers.auth

apiRoutes(() => {
  router
    .post('/auth/register', [Registrations, 'store'])
    .as('auth.registrations.store')
    .allow('public')
    .use(middleware.attemptLimit({ name: 'register' }))
  router
    .post('/auth/verify-email', [Registrations, 'update'])
    .as('auth.registrations.update')
    .allow('public')
    .use(middleware.attemptLimit({ name: 'verify' }))
  router
    .post('/auth/resend-otp', [Registrations, 'resend'])
    .as('auth.registrations.resend')
    .allow('public')
    .use(middleware.attemptLimit({ name: 'resend' }))

  router
    .post('/auth/login', [Sessions, 'store'])
    .as('auth.sessions.store')
    .allow('public')
    .use(middleware.attemptLimit({ name: 'login' }))
  router
    .post('/auth/login/verify-2fa', [Sessions, 'verify'])
    .as('auth.sessions.verify')
    .allow('public')
    .use(middleware.attemptLimit({ name: 'verify-2fa' }))
  router
    .post('/auth/refresh-token', [Sessions, 'update'])
    .as('auth.sessions.update')
    .allow('public')
  router.post('/auth/verify-token', [Sessions, 'check']).as('auth.sessions.check').allow('public')
  router.post('/auth/logout', [Sessions, 'logout']).as('auth.sessions.logout').allow('user')
  router.get('/auth/sessions', [Sessions, 'index']).as('auth.sessions.index').allow('user')
  router
    .delete('/auth/sessions/:sessionId', [Sessions, 'destroy'])
    .as('auth.sessions.destroy')
    .allow('user')

  router
    .post('/auth/otp', [PhoneCodes, 'store'])
    .as('auth.phone_codes.store')
    .allow('public')
    .use(middleware.attemptLimit({ name: 'otp' }))
  router
    .post('/auth/verify-otp', [PhoneCodes, 'update'])
    .as('auth.phone_codes.update')
    .allow('public')
    .use(middleware.attemptLimit({ name: 'verify-otp' }))

  router
    .post('/auth/forgot-password', [PasswordResets, 'store'])
    .as('auth.password_resets.store')
    .allow('public')
    .use(middleware.attemptLimit({ name: 'forgot' }))
  router
    .post('/auth/reset-password/:token', [PasswordResets, 'update'])
    .as('auth.password_resets.update')
    .where('token', /^[\w-]{43}$/)
    .allow('public')
    .use(middleware.attemptLimit({ name: 'reset' }))
})
