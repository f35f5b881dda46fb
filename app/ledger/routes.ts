import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { staff: desk } = controllers.ledger

const reviewers = staff('withdrawals.review')

apiRoutes(() => {
  router
    .get('/admin/commission-rules', [desk.CommissionRules, 'index'])
    .as('admin.commission_rules.index')
    .allow(reviewers)
  router
    .put('/admin/commission-rules', [desk.CommissionRules, 'update'])
    .as('admin.commission_rules.update')
    .allow(reviewers)
})
