import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { RefundRequests, Disputes, partner, staff: desk } = controllers.refunds

apiRoutes(() => {
  router
    .post('/orders/:orderId/refund-requests', [RefundRequests, 'store'])
    .as('refunds.requests.store')
    .allow('client')
  router
    .post('/orders/:orderId/disputes', [Disputes, 'store'])
    .as('refunds.disputes.store')
    .allow('client')

  router
    .get('/partner/refund-requests', [partner.RefundRequests, 'index'])
    .as('refunds.partner.requests.index')
    .allow('partner')
    .viewable()
  router
    .put('/partner/refund-requests/:requestId', [partner.RefundRequests, 'update'])
    .as('refunds.partner.requests.update')
    .allow('partner')

  router
    .post('/orders/:orderId/refund', [desk.Refunds, 'store'])
    .as('refunds.staff.refunds.store')
    .allow(staff('orders.refund'))
    .requireIdempotencyKey()
  router
    .get('/admin/refunds', [desk.Refunds, 'index'])
    .as('refunds.staff.refunds.index')
    .allow(staff('orders.refund'))
  router
    .get('/admin/refunds/:refundId', [desk.Refunds, 'show'])
    .as('refunds.staff.refunds.show')
    .allow(staff('orders.refund'))
  router
    .post('/admin/refunds/:refundId/retry', [desk.RefundRetries, 'store'])
    .as('refunds.staff.retries.store')
    .allow(staff('orders.refund'))
    .requireIdempotencyKey()
  router
    .post('/admin/payments/:paymentId/refund', [desk.PaymentRefunds, 'store'])
    .as('refunds.staff.payments.store')
    .allow(staff('orders.refund'))
    .requireIdempotencyKey()
  router
    .get('/admin/refund-requests', [desk.RefundRequests, 'index'])
    .as('refunds.staff.requests.index')
    .allow(staff('orders.read'))
  router
    .get('/admin/refund-requests/:requestId', [desk.RefundRequests, 'show'])
    .as('refunds.staff.requests.show')
    .allow(staff('orders.read'))
  router
    .put('/admin/refund-requests/:requestId', [desk.RefundRequests, 'update'])
    .as('refunds.staff.requests.update')
    .allow(staff('orders.refund'))
  router
    .get('/admin/disputes', [desk.Disputes, 'index'])
    .as('refunds.staff.disputes.index')
    .allow(staff('orders.write'))
  router
    .get('/admin/disputes/:disputeId', [desk.Disputes, 'show'])
    .as('refunds.staff.disputes.show')
    .allow(staff('orders.write'))
  router
    .put('/admin/disputes/:disputeId', [desk.Disputes, 'update'])
    .as('refunds.staff.disputes.update')
    .allow(staff('orders.write'))
})
