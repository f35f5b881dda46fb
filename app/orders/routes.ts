import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const {
  Orders,
  OrderCancellations,
  OrderInvoices,
  OrderStatuses,
  Submissions,
  SubmissionFiles,
  partner,
  staff: desk,
} = controllers.orders

apiRoutes(() => {
  router.get('/orders', [Orders, 'index']).as('orders.index').allow('client').viewable()
  router
    .post('/orders', [Orders, 'store'])
    .as('orders.store')
    .allow('client')
    .requireIdempotencyKey()
  router
    .get('/orders/:orderId', [Orders, 'show'])
    .as('orders.show')
    .allow('client', 'partner', staff('orders.read'))
    .viewable()
  router
    .post('/orders/:orderId/cancel', [OrderCancellations, 'store'])
    .as('orders.cancellations.store')
    .allow('client')
  router
    .put('/orders/:orderId/status', [OrderStatuses, 'update'])
    .as('orders.statuses.update')
    .allow('partner', staff('orders.write'))

  router
    .get('/orders/:orderId/invoice', [OrderInvoices, 'show'])
    .as('orders.invoices.show')
    .allow('client', staff('orders.read'))
    .viewable()
  router
    .put('/orders/:orderId/submissions/:submissionId', [Submissions, 'update'])
    .as('orders.submissions.update')
    .allow('client')
  router
    .get('/orders/:orderId/submissions/:submissionId/files/:fileId', [SubmissionFiles, 'show'])
    .as('orders.submission_files.show')
    .allow('client', 'partner', staff('orders.read'))
    .viewable()

  router
    .get('/partner/orders', [partner.Orders, 'index'])
    .as('orders.partner.orders.index')
    .allow('partner')
    .viewable()
  router
    .get('/partner/orders/:partnerOrderId', [partner.Orders, 'show'])
    .as('orders.partner.orders.show')
    .allow('partner')
    .viewable()
  router
    .put('/partner/orders/:partnerOrderId/status', [partner.OrderStatuses, 'update'])
    .as('orders.partner.statuses.update')
    .allow('partner')
  router
    .post('/partner/orders/:partnerOrderId/submissions', [partner.Submissions, 'store'])
    .as('orders.partner.submissions.store')
    .allow('partner')

  router
    .get('/admin/orders', [desk.Orders, 'index'])
    .as('orders.staff.orders.index')
    .allow(staff('orders.read'))
  router
    .post('/admin/orders', [desk.Orders, 'store'])
    .as('orders.staff.orders.store')
    .allow(staff('orders.write'))
    .requireIdempotencyKey()
  router
    .post('/admin/orders/:orderId/notes', [desk.OrderNotes, 'store'])
    .as('orders.staff.notes.store')
    .allow(staff('notes.write'))
  router
    .get('/orders/export', [desk.OrderExports, 'show'])
    .as('orders.staff.exports.show')
    .allow(staff('exports.run'))
})
