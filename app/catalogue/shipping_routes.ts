import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'

const { partner } = controllers.catalogue

apiRoutes(() => {
  router
    .get('/partner/shipping-rates', [partner.ShippingRates, 'index'])
    .as('partner.shipping_rates.index')
    .allow('partner')
    .viewable()
  router
    .put('/partner/shipping-rates', [partner.ShippingRates, 'update'])
    .as('partner.shipping_rates.update')
    .allow('partner')
})
