import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { Inquiries, InquiryClosures, QuoteAcceptances, partner, staff: desk } = controllers.inquiries

apiRoutes(() => {
  router.post('/inquiries', [Inquiries, 'store']).as('inquiries.store').allow('client')
  router.get('/inquiries', [Inquiries, 'index']).as('inquiries.index').allow('client').viewable()
  router
    .get('/inquiries/:inquiryId', [Inquiries, 'show'])
    .as('inquiries.show')
    .allow('client')
    .viewable()
  router
    .put('/inquiries/:inquiryId/close', [InquiryClosures, 'store'])
    .as('inquiries.closures.store')
    .allow('client')
  router
    .post('/inquiries/:inquiryId/accept/:leadId', [QuoteAcceptances, 'store'])
    .as('inquiries.acceptances.store')
    .allow('client')

  router
    .get('/partner/leads', [partner.Leads, 'index'])
    .as('inquiries.partner.leads.index')
    .allow('partner')
    .viewable()
  router
    .get('/partner/leads/:leadId', [partner.Leads, 'show'])
    .as('inquiries.partner.leads.show')
    .allow('partner')
  router
    .post('/partner/leads/:leadId/respond', [partner.LeadResponses, 'store'])
    .as('inquiries.partner.responses.store')
    .allow('partner')
  router
    .put('/partner/leads/:leadId/decline', [partner.LeadRefusals, 'store'])
    .as('inquiries.partner.refusals.store')
    .allow('partner')

  router
    .get('/admin/inquiries', [desk.Inquiries, 'index'])
    .as('inquiries.staff.inquiries.index')
    .allow(staff('leads.work'))
  router
    .post('/admin/inquiries/:inquiryId/rematch', [desk.InquiryMatchings, 'store'])
    .as('inquiries.staff.matchings.store')
    .allow(staff('leads.work'))
})
