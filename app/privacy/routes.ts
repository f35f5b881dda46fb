import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'

const { Accounts, ExportDownloads, Exports } = controllers.privacy

apiRoutes(() => {
  router
    .post('/user/account/export', [Exports, 'store'])
    .as('privacy.exports.store')
    .allow('user')
    .requireStepUp()
  router.get('/user/account/exports', [Exports, 'index']).as('privacy.exports.index').allow('user')
  router
    .get('/user/account/exports/:exportId', [Exports, 'show'])
    .as('privacy.exports.show')
    .allow('user')
  router
    .get('/user/account/exports/:exportId/download', [ExportDownloads, 'show'])
    .as('privacy.export_downloads.show')
    .allow('user')
  router
    .delete('/user/account', [Accounts, 'destroy'])
    .as('privacy.accounts.destroy')
    .allow('client', 'partner')
    .requireStepUp()
})
