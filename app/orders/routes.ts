import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { Orders } = controllers.orders

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
})
