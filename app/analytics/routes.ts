import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { staff: staffControllers } = controllers.analytics

apiRoutes(() => {
  router
    .get('/admin/stats', [staffControllers.Stats, 'show'])
    .as('analytics.staff.stats.show')
    .allow(staff('analytics.read'))
})
