import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { AccountStatuses, CustomerMails, Customers, CustomerSessions, EmailVerifications, Notes } =
  controllers.clients

const READ = staff('customers.read')
const WRITE = staff('customers.write')
const NOTE = staff('notes.write')

apiRoutes(() => {
  router.get('/admin/customers', [Customers, 'index']).as('clients.customers.index').allow(READ)
  router
    .get('/admin/customers/:customerId', [Customers, 'show'])
    .as('clients.customers.show')
    .allow(READ)
  router
    .put('/admin/customers/:customerId', [Customers, 'update'])
    .as('clients.customers.update')
    .allow(WRITE)
  router
    .delete('/admin/customers/:customerId', [Customers, 'destroy'])
    .as('clients.customers.destroy')
    .allow(staff('customers.delete'))
    .requireStepUp()

  router
    .put('/admin/customers/:customerId/suspend', [AccountStatuses, 'suspend'])
    .as('clients.account_statuses.suspend')
    .allow(WRITE)
  router
    .put('/admin/customers/:customerId/activate', [AccountStatuses, 'activate'])
    .as('clients.account_statuses.activate')
    .allow(WRITE)
  router
    .put('/admin/customers/:customerId/ban', [AccountStatuses, 'ban'])
    .as('clients.account_statuses.ban')
    .allow(WRITE)

  router
    .post('/admin/customers/:customerId/send-email', [CustomerMails, 'store'])
    .as('clients.customer_mails.store')
    .allow(staff('notifications.send'))
  router
    .post('/admin/customers/:customerId/reset-password', [CustomerMails, 'reset'])
    .as('clients.customer_mails.reset')
    .allow(WRITE)
  router
    .put('/admin/customers/:customerId/verify-email', [EmailVerifications, 'update'])
    .as('clients.email_verifications.update')
    .allow(WRITE)

  router
    .get('/admin/customers/:customerId/sessions', [CustomerSessions, 'index'])
    .as('clients.customer_sessions.index')
    .allow(WRITE)
  router
    .delete('/admin/customers/:customerId/sessions', [CustomerSessions, 'clear'])
    .as('clients.customer_sessions.clear')
    .allow(WRITE)
  router
    .delete('/admin/customers/:customerId/sessions/:sessionId', [CustomerSessions, 'destroy'])
    .as('clients.customer_sessions.destroy')
    .allow(WRITE)
})

apiRoutes(() => {
  router.get('/notes/customer/:customerId', [Notes, 'index']).as('clients.notes.index').allow(NOTE)
  router.post('/notes/customer/:customerId', [Notes, 'store']).as('clients.notes.store').allow(NOTE)
  router.put('/notes/:noteId', [Notes, 'update']).as('clients.notes.update').allow(NOTE)
  router.delete('/notes/:noteId', [Notes, 'destroy']).as('clients.notes.destroy').allow(NOTE)
})
