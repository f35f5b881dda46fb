import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'

apiRoutes(() => {
  router.get('/health', [controllers.core.Health, 'live']).as('health.live').allow('probe')
  router.get('/health/ready', [controllers.core.Health, 'ready']).as('health.ready').allow('probe')

  router
    .get('/files/:fileId', [controllers.core.Files, 'show'])
    .as('files.show')
    .allow('public')
    .viewable()
  router.get('/openapi.json', [controllers.core.Openapi, 'show']).as('openapi.show').allow('public')
  router.get('/docs', [controllers.core.Docs, 'index']).as('docs.index').allow('public')
  router
    .get('/docs/:asset', [controllers.core.Docs, 'show'])
    .as('docs.show')
    .where('asset', /^[\w.-]{1,64}$/)
    .allow('public')
})
