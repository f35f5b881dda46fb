import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { LISTING_ID } from '#catalogue/services/kinds'
import { apiRoutes } from '#core/http/api_group'

const { Products, ProductStatuses, ListingImages, Variants, VariantStocks } = controllers.catalogue
const { Packages, PackageStatuses, Events, PartnerProducts, PartnerPackages } =
  controllers.catalogue
const { staff: desk } = controllers.catalogue

const moderators = staff('products.moderate')

apiRoutes(() => {
  router
    .get('/partners/:partnerId/products', [PartnerProducts, 'index'])
    .as('partners.products.index')
    .allow('public')
    .viewable()
  router
    .get('/partners/:partnerId/packages', [PartnerPackages, 'index'])
    .as('partners.packages.index')
    .allow('public')
    .viewable()

  router.get('/products', [Products, 'index']).as('products.index').allow('public').viewable()
  router
    .get('/products/search', [Products, 'search'])
    .as('products.search')
    .allow('public')
    .viewable()
  router
    .get('/products/category/:category', [Products, 'category'])
    .where('category', /^[a-z0-9][a-z0-9_-]{0,79}$/)
    .as('products.category')
    .allow('public')
    .viewable()
  router
    .get('/products/:productId', [Products, 'show'])
    .as('products.show')
    .allow('public')
    .viewable()
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

  router
    .post('/products/:productId/images', [ListingImages, 'store'])
    .as('products.images.store')
    .allow('partner', moderators)
  router
    .delete('/products/:productId/images/:imageId', [ListingImages, 'destroy'])
    .as('products.images.destroy')
    .allow('partner', moderators)

  router.get('/packages', [Packages, 'index']).as('packages.index').allow('public').viewable()
  router
    .get('/packages/:packageId', [Packages, 'show'])
    .as('packages.show')
    .allow('public')
    .viewable()
  router.post('/packages', [Packages, 'store']).as('packages.store').allow('partner')
  router
    .put('/packages/:packageId', [Packages, 'update'])
    .as('packages.update')
    .allow('partner', moderators)
  router
    .delete('/packages/:packageId', [Packages, 'destroy'])
    .as('packages.destroy')
    .allow('partner', moderators)
  router
    .put('/packages/:packageId/toggle-status', [PackageStatuses, 'update'])
    .as('packages.status.update')
    .allow('partner', moderators)
  router
    .post('/packages/:packageId/images', [ListingImages, 'store'])
    .as('packages.images.store')
    .allow('partner', moderators)
  router
    .delete('/packages/:packageId/images/:imageId', [ListingImages, 'destroy'])
    .as('packages.images.destroy')
    .allow('partner', moderators)

  router.get('/events', [Events, 'index']).as('events.index').allow('public').viewable()
  router.get('/events/:eventId', [Events, 'show']).as('events.show').allow('public').viewable()
  router.post('/events', [Events, 'store']).as('events.store').allow('partner')
  router
    .put('/events/:eventId', [Events, 'update'])
    .as('events.update')
    .allow('partner', moderators)
  router
    .delete('/events/:eventId', [Events, 'destroy'])
    .as('events.destroy')
    .allow('partner', moderators)
  router
    .post('/events/:eventId/images', [ListingImages, 'store'])
    .as('events.images.store')
    .allow('partner', moderators)
  router
    .delete('/events/:eventId/images/:imageId', [ListingImages, 'destroy'])
    .as('events.images.destroy')
    .allow('partner', moderators)

  router
    .get('/admin/listings', [desk.Listings, 'index'])
    .as('admin.listings.index')
    .allow(moderators)
  router
    .put('/admin/listings/:listingId/moderate', [desk.ListingModerations, 'update'])
    .where('listingId', LISTING_ID)
    .as('admin.listings.moderation.update')
    .allow(moderators)
  router
    .put('/admin/listings/:listingId/feature', [desk.FeaturedListings, 'update'])
    .where('listingId', LISTING_ID)
    .as('admin.featured_listings.update')
    .allow(moderators)
})
