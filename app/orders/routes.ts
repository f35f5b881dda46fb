import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { Orders, OrderCancellations, OrderStatuses, partner } = controllers.orders

apiRoutes(() => {
  router.get('/orders', [Orders, 'index']).as('orders.index').allow('client')
  router
    .post('/orders', [Orders, 'store'])
    .as('orders.store')
    .allow('client')
    .requireIdempotencyKey()
  router
    .get('/orders/:orderId', [Orders, 'show'])
    .as('orders.show')
    .allow('client', 'partner', staff('orders.read'))
  router
    .post('/orders/:orderId/cancel', [OrderCancellations, 'store'])
    .as('orders.cancellations.store')
    .allow('client')
  router
    .put('/orders/:orderId/status', [OrderStatuses, 'update'])
    .as('orders.statuses.update')
    .allow('partner', staff('orders.write'))

  router
    .get('/partner/orders', [partner.Orders, 'index'])
    .as('orders.partner.orders.index')
    .allow('partner')
  router
    .get('/partner/orders/:partnerOrderId', [partner.Orders, 'show'])
    .as('orders.partner.orders.show')
    .allow('partner')
  router
    .put('/partner/orders/:partnerOrderId/status', [partner.OrderStatuses, 'update'])
    .as('orders.partner.statuses.update')
    .allow('partner')
})
