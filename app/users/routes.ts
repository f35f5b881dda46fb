import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'

const { Profiles, Preferences, Avatars, Devices, Onboardings, Addresses } = controllers.users

apiRoutes(() => {
  router.get('/user/profile', [Profiles, 'show']).as('users.profiles.show').allow('user').viewable()
  router.put('/user/profile', [Profiles, 'update']).as('users.profiles.update').allow('user')
  router
    .put('/user/preferences', [Preferences, 'update'])
    .as('users.preferences.update')
    .allow('user')
  router.put('/user/avatar', [Avatars, 'update']).as('users.avatars.update').allow('user')
  router.post('/user/devices', [Devices, 'store']).as('users.devices.store').allow('user')
  router
    .get('/user/onboarding', [Onboardings, 'show'])
    .as('users.onboardings.show')
    .allow('user')
    .viewable()
  router
    .put('/user/onboarding', [Onboardings, 'update'])
    .as('users.onboardings.update')
    .allow('user')

  router
    .get('/user/addresses', [Addresses, 'index'])
    .as('users.addresses.index')
    .allow('user')
    .viewable()
  router.post('/user/addresses', [Addresses, 'store']).as('users.addresses.store').allow('user')
  router
    .put('/user/addresses/:addressId', [Addresses, 'update'])
    .as('users.addresses.update')
    .allow('user')
  router
    .delete('/user/addresses/:addressId', [Addresses, 'destroy'])
    .as('users.addresses.destroy')
    .allow('user')
})
