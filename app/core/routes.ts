import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'

apiRoutes(() => {
  router.get('/health', [controllers.core.Health, 'live']).as('health.live').allow('probe')
  router.get('/health/ready', [controllers.core.Health, 'ready']).as('health.ready').allow('probe')

  router.get('/files/:fileId', [controllers.core.Files, 'show']).as('files.show').allow('public')
})
