import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { Products, ProductStatuses, Variants, VariantStocks } = controllers.catalogue
const { PartnerProducts, PartnerPackages } = controllers.catalogue

const moderators = staff('products.moderate')

apiRoutes(() => {
  router
    .get('/partners/:partnerId/products', [PartnerProducts, 'index'])
    .as('partners.products.index')
    .allow('public')
  router
    .get('/partners/:partnerId/packages', [PartnerPackages, 'index'])
    .as('partners.packages.index')
    .allow('public')

  router.get('/products', [Products, 'index']).as('products.index').allow('public')
  router.get('/products/search', [Products, 'search']).as('products.search').allow('public')
  router
    .get('/products/category/:category', [Products, 'category'])
    .where('category', /^[a-z0-9][a-z0-9_-]{0,79}$/)
    .as('products.category')
    .allow('public')
  router.get('/products/:productId', [Products, 'show']).as('products.show').allow('public')
  router.post('/products', [Products, 'store']).as('products.store').allow('partner', moderators)
  router
    .put('/products/:productId', [Products, 'update'])
    .as('products.update')
    .allow('partner', moderators)
  router
    .delete('/products/:productId', [Products, 'destroy'])
    .as('products.destroy')
    .allow('partner', moderators)
  router
    .put('/products/:productId/toggle-status', [ProductStatuses, 'update'])
    .as('products.status.update')
    .allow('partner', moderators)

  router
    .post('/products/:productId/variants', [Variants, 'store'])
    .as('variants.store')
    .allow('partner', moderators)
  router
    .put('/variants/:variantId', [Variants, 'update'])
    .as('variants.update')
    .allow('partner', moderators)
  router
    .delete('/variants/:variantId', [Variants, 'destroy'])
    .as('variants.destroy')
    .allow('partner', moderators)
  router
    .put('/variants/:variantId/stock', [VariantStocks, 'update'])
    .as('variants.stock.update')
    .allow('partner', moderators)
})
