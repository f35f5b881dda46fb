import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { partner, staff: desk } = controllers.withdrawals

apiRoutes(() => {
  router
    .get('/partner/balance', [partner.Balances, 'show'])
    .as('withdrawals.partner.balances.show')
    .allow('partner')
    .viewable()
  router
    .get('/partner/transactions', [partner.Transactions, 'index'])
    .as('withdrawals.partner.transactions.index')
    .allow('partner')
    .viewable()
  router
    .post('/partner/withdrawals', [partner.Withdrawals, 'store'])
    .as('withdrawals.partner.withdrawals.store')
    .allow('partner')
    .requireStepUp()
    .requireIdempotencyKey()
  router
    .get('/partner/withdrawals', [partner.Withdrawals, 'index'])
    .as('withdrawals.partner.withdrawals.index')
    .allow('partner')
    .viewable()
  router
    .delete('/partner/withdrawals/:withdrawalId', [partner.Withdrawals, 'destroy'])
    .as('withdrawals.partner.withdrawals.destroy')
    .allow('partner')

  router
    .get('/admin/partners/:partnerId/balance', [desk.Balances, 'show'])
    .as('withdrawals.staff.balances.show')
    .allow(staff('withdrawals.review'))
  router
    .get('/admin/partners/:partnerId/transactions', [desk.Transactions, 'index'])
    .as('withdrawals.staff.transactions.index')
    .allow(staff('withdrawals.review'))
  router
    .get('/admin/withdrawals', [desk.Withdrawals, 'index'])
    .as('withdrawals.staff.withdrawals.index')
    .allow(staff('withdrawals.review'))
  router
    .get('/admin/withdrawals/:withdrawalId', [desk.Withdrawals, 'show'])
    .as('withdrawals.staff.withdrawals.show')
    .allow(staff('withdrawals.review'))
  router
    .put('/admin/withdrawals/:withdrawalId', [desk.Withdrawals, 'update'])
    .as('withdrawals.staff.withdrawals.update')
    .allow(staff('withdrawals.review'))
    .requireStepUp()
})
