import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'

const { Carts, CartItems, CartCounts, CartCoupons } = controllers.carts

apiRoutes(() => {
  router.get('/cart', [Carts, 'show']).as('carts.show').allow('client').viewable()
  router.delete('/cart', [Carts, 'destroy']).as('carts.destroy').allow('client')
  router.get('/cart/count', [CartCounts, 'show']).as('carts.counts.show').allow('client').viewable()

  router.post('/cart/items', [CartItems, 'store']).as('carts.items.store').allow('client')
  router.put('/cart/items/:itemId', [CartItems, 'update']).as('carts.items.update').allow('client')
  router
    .delete('/cart/items/:itemId', [CartItems, 'destroy'])
    .as('carts.items.destroy')
    .allow('client')

  router.put('/cart/coupon', [CartCoupons, 'update']).as('carts.coupons.update').allow('client')
  router
    .delete('/cart/coupon', [CartCoupons, 'destroy'])
    .as('carts.coupons.destroy')
    .allow('client')
})
