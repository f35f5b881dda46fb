/*
 * The number of one's own account.
 */
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'
import { middleware } from '#start/kernel'

const { OwnPhones } = controllers.auth

apiRoutes(() => {
  router
    .put('/user/phone', [OwnPhones, 'update'])
    .as('auth.own_phones.update')
    .allow('user')
    .withoutIdempotencyKey()
    .requireStepUp()
    .use(middleware.attemptLimit({ name: 'phone', by: ['phone'] }))
  router
    .post('/user/phone/confirm', [OwnPhones, 'store'])
    .as('auth.own_phones.store')
    .allow('user')
    .withoutIdempotencyKey()
    .use(middleware.attemptLimit({ name: 'confirm-phone' }))
  router
    .delete('/user/phone', [OwnPhones, 'destroy'])
    .as('auth.own_phones.destroy')
    .allow('user')
    .requireStepUp()
})
