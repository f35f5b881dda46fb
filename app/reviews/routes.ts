import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { Reviews, ReviewReports, PublicReviews, partner, staff: desk } = controllers.reviews

const moderators = staff('reviews.moderate')

apiRoutes(() => {
  router
    .get('/products/:productId/reviews', [PublicReviews, 'product'])
    .as('reviews.products.index')
    .allow('public')
    .viewable()
  router
    .get('/packages/:packageId/reviews', [PublicReviews, 'package'])
    .as('reviews.packages.index')
    .allow('public')
    .viewable()
  router
    .get('/events/:eventId/reviews', [PublicReviews, 'event'])
    .as('reviews.events.index')
    .allow('public')
    .viewable()
  router
    .get('/partners/:partnerId/reviews', [PublicReviews, 'partner'])
    .as('reviews.partners.index')
    .allow('public')
    .viewable()

  router.post('/reviews', [Reviews, 'store']).as('reviews.store').allow('client')
  router.put('/reviews/:reviewId', [Reviews, 'update']).as('reviews.update').allow('client')
  router
    .post('/reviews/:reviewId/report', [ReviewReports, 'store'])
    .as('reviews.reports.store')
    .allow('user')
  router
    .post('/reviews/:reviewId/reply', [partner.ReviewReplies, 'store'])
    .as('reviews.replies.store')
    .allow('partner')

  router.get('/admin/reviews', [desk.Reviews, 'index']).as('admin.reviews.index').allow(moderators)
  router
    .get('/admin/reviews/:reviewId', [desk.Reviews, 'show'])
    .as('admin.reviews.show')
    .allow(moderators)
  router
    .put('/admin/reviews/:reviewId', [desk.Reviews, 'update'])
    .as('admin.reviews.update')
    .allow(moderators)
  router
    .delete('/admin/reviews/:reviewId', [desk.Reviews, 'destroy'])
    .as('admin.reviews.destroy')
    .allow(moderators)
})
