import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'
import { idPattern } from '#core/support/ids'

const { ActionLogs, CustomerActionLogs, Entries, StaffActionLogs, Verification } =
  controllers.audit.staff
const readers = { staff: 'audit.read' } as const

apiRoutes(() => {
  router
    .get('/admin/action-logs', [ActionLogs, 'index'])
    .as('audit.staff.action_logs.index')
    .allow(readers)
  router
    .get('/admin/action-logs/customer/:customerId', [CustomerActionLogs, 'index'])
    .where('customerId', idPattern('user'))
    .as('audit.staff.customer_action_logs.index')
    .allow(readers)
  router
    .get('/admin/action-logs/:adminId', [StaffActionLogs, 'index'])
    .where('adminId', idPattern('user'))
    .as('audit.staff.staff_action_logs.index')
    .allow(readers)
  router
    .get('/admin/audit/entries/:entryNumber', [Entries, 'show'])
    .where('entryNumber', /^[1-9]\d{0,14}$/)
    .as('audit.staff.entries.show')
    .allow(readers)
  router
    .get('/admin/audit/verification', [Verification, 'show'])
    .as('audit.staff.verification.show')
    .allow(readers)
})
