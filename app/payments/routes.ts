import router from '@adonisjs/core/services/router'
import { staff } from '#auth/access'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'
import { idPattern } from '#core/support/ids'

const {
  PaymentIntents,
  Payments,
  PaypalCaptures,
  PaypalOrders,
  RazorpayOrders,
  RazorpayVerifications,
  SandboxConfirmations,
  StripeCheckouts,
  Webhooks,
  staff: desk,
} = controllers.payments

apiRoutes(() => {
  router
    .post('/payments/intents', [PaymentIntents, 'store'])
    .as('payments.intents.store')
    .allow('client')
    .requireIdempotencyKey()
    .callOutside()
  router
    .post('/payments/sandbox/:paymentId/confirm', [SandboxConfirmations, 'store'])
    .as('payments.sandbox.confirmations.store')
    .allow('client')
  router
    .post('/payments/stripe/checkout', [StripeCheckouts, 'store'])
    .as('payments.stripe.checkouts.store')
    .allow('client')
    .requireIdempotencyKey()
    .callOutside()
  router
    .post('/payments/paypal/orders', [PaypalOrders, 'store'])
    .as('payments.paypal.orders.store')
    .allow('client')
    .requireIdempotencyKey()
    .callOutside()
  router
    .post('/payments/paypal/capture', [PaypalCaptures, 'store'])
    .as('payments.paypal.captures.store')
    .allow('client')
    .requireIdempotencyKey()
    .callOutside()
  router
    .post('/payments/razorpay/orders', [RazorpayOrders, 'store'])
    .as('payments.razorpay.orders.store')
    .allow('client')
    .requireIdempotencyKey()
    .callOutside()
  router
    .post('/payments/razorpay/verify', [RazorpayVerifications, 'store'])
    .as('payments.razorpay.verifications.store')
    .allow('client')
    .callOutside()
  router.get('/payments', [Payments, 'index']).as('payments.index').allow('client').viewable()

  for (const gateway of ['stripe', 'paypal', 'razorpay', 'sandbox'] as const)
    router
      .post(`/payments/webhooks/${gateway}`, [Webhooks, gateway])
      .as(`payments.webhooks.${gateway}`)
      .allow('signed webhook')

  router
    .get('/admin/payments', [desk.Payments, 'index'])
    .as('payments.staff.payments.index')
    .allow(staff('payments.read'))
  router
    .get('/admin/payments/:paymentId', [desk.Payments, 'show'])
    .as('payments.staff.payments.show')
    .allow(staff('payments.read'))
  router
    .post('/admin/payments/:paymentId/sync', [desk.PaymentSyncs, 'store'])
    .as('payments.staff.payment_syncs.store')
    .allow(staff('payments.write'))
    .callOutside()
  router
    .post('/admin/payments/reconcile', [desk.Reconciliations, 'store'])
    .as('payments.staff.reconciliations.store')
    .allow(staff('payments.write'))
    .callOutside()

  router
    .post('/payments/links', [desk.Links, 'store'])
    .as('payments.staff.links.store')
    .allow(staff('payments.write'))
    .callOutside()
  router
    .get('/payments/links/:linkId', [desk.Links, 'show'])
    .as('payments.staff.links.show')
    .allow(staff('payments.read'))
  router
    .get('/payments/links/:linkId/qr-code', [desk.LinkQrCodes, 'show'])
    .as('payments.staff.link_qr_codes.show')
    .allow(staff('payments.read'))
  router
    .put('/payments/links/:linkId/cancel', [desk.LinkCancellations, 'store'])
    .as('payments.staff.link_cancellations.store')
    .allow(staff('payments.write'))
  router
    .post('/payments/qr-codes', [desk.QrCodes, 'store'])
    .as('payments.staff.qr_codes.store')
    .allow(staff('payments.write'))
    .callOutside()

  router
    .get('/admin/webhook-events', [desk.WebhookEvents, 'index'])
    .as('payments.staff.webhook_events.index')
    .allow(staff('system.operate'))
  router
    .get('/admin/webhook-events/:eventId', [desk.WebhookEvents, 'show'])
    .where('eventId', idPattern('webhookEvent')) // elsewhere it is an event in the catalogue
    .as('payments.staff.webhook_events.show')
    .allow(staff('system.operate'))
  router
    .post('/admin/webhook-events/:eventId/replay', [desk.WebhookReplays, 'store'])
    .where('eventId', idPattern('webhookEvent'))
    .as('payments.staff.webhook_replays.store')
    .allow(staff('system.operate'))
})
