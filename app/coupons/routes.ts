import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { Coupons, Redemptions } = controllers.coupons

const managers = staff('coupons.manage')

apiRoutes(() => {
  router
    .get('/coupons', [Coupons, 'index'])
    .as('coupons.index')
    .allow('partner', managers)
    .viewable()
  router.post('/coupons', [Coupons, 'store']).as('coupons.store').allow('partner', managers)
  router
    .get('/coupons/:couponId', [Coupons, 'show'])
    .as('coupons.show')
    .allow('partner', managers)
    .viewable()
  router
    .put('/coupons/:couponId', [Coupons, 'update'])
    .as('coupons.update')
    .allow('partner', managers)
  router
    .delete('/coupons/:couponId', [Coupons, 'destroy'])
    .as('coupons.destroy')
    .allow('partner', managers)
  router
    .get('/coupons/:couponId/redemptions', [Redemptions, 'index'])
    .as('coupons.redemptions.index')
    .allow('partner', managers)
})
