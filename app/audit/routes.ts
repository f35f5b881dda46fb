import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'

apiRoutes(() => {
  router
    .get('/admin/action-logs', [controllers.audit.staff.ActionLogs, 'index'])
    .as('audit.staff.action_logs.index')
    .allow({ staff: 'audit.read' })
})
