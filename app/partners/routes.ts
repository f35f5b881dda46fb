import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'
import { idPattern } from '#core/support/ids'

const { Partners, Portfolios, partner, staff: staffs } = controllers.partners

const ENTRY = idPattern('portfolioEntry')
const reviewers = staff('verifications.review')

apiRoutes(() => {
  router.get('/partners', [Partners, 'index']).as('partners.index').allow('public').viewable()
  router
    .get('/partners/:partnerId', [Partners, 'show'])
    .as('partners.show')
    .allow('public')
    .viewable()
  router
    .get('/partners/:partnerId/portfolio', [Portfolios, 'show'])
    .as('partners.portfolio.show')
    .allow('public')
    .viewable()

  router
    .get('/partner/profile', [partner.Profiles, 'show'])
    .as('partner.profile.show')
    .allow('partner')
    .viewable()
  router
    .put('/partner/profile', [partner.Profiles, 'update'])
    .as('partner.profile.update')
    .allow('partner')
  router
    .put('/partner/profile/banner', [partner.Banners, 'update'])
    .as('partner.banner.update')
    .allow('partner')
  router
    .delete('/partner/profile/banner', [partner.Banners, 'destroy'])
    .as('partner.banner.destroy')
    .allow('partner')

  router
    .get('/partner/verification', [partner.Verifications, 'show'])
    .as('partner.verification.show')
    .allow('partner')
    .viewable()
  router
    .post('/partner/verification', [partner.Verifications, 'store'])
    .as('partner.verification.store')
    .allow('partner')
  router
    .get('/partner/verification/documents/:documentId', [partner.VerificationDocuments, 'show'])
    .as('partner.verification_documents.show')
    .allow('partner')

  router
    .get('/partner/portfolio', [partner.PortfolioEntries, 'index'])
    .as('partner.portfolio.index')
    .allow('partner')
    .viewable()
  router
    .post('/partner/portfolio', [partner.PortfolioEntries, 'store'])
    .as('partner.portfolio.store')
    .allow('partner')
  router
    .put('/partner/portfolio/order', [partner.PortfolioOrders, 'update'])
    .as('partner.portfolio_order.update')
    .allow('partner')
  router
    .put('/partner/portfolio/:entryId', [partner.PortfolioEntries, 'update'])
    .where('entryId', ENTRY)
    .as('partner.portfolio.update')
    .allow('partner')
  router
    .delete('/partner/portfolio/:entryId', [partner.PortfolioEntries, 'destroy'])
    .where('entryId', ENTRY)
    .as('partner.portfolio.destroy')
    .allow('partner')

  router
    .get('/admin/verifications', [staffs.Verifications, 'index'])
    .as('admin.verifications.index')
    .allow(reviewers)
  router
    .get('/admin/verifications/:partnerId', [staffs.Verifications, 'show'])
    .as('admin.verifications.show')
    .allow(reviewers)
  router
    .get('/admin/verifications/:partnerId/documents/:documentId', [
      staffs.VerificationDocuments,
      'show',
    ])
    .as('admin.verification_documents.show')
    .allow(reviewers)
  router
    .put('/admin/verify/:partnerId', [staffs.Verifications, 'update'])
    .as('admin.verifications.update')
    .allow(reviewers)
  router
    .put('/admin/partners/:partnerId/feature', [staffs.FeaturedPartners, 'update'])
    .as('admin.featured_partners.update')
    .allow(staff('products.moderate'))
})
