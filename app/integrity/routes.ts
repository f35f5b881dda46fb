import router from '@adonisjs/core/services/router'
import { staff } from '#auth/access'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'

const { Integrity } = controllers.integrity.staff

apiRoutes(() => {
  router
    .get('/admin/integrity', [Integrity, 'show'])
    .as('integrity.staff.integrity.show')
    .allow(staff('system.operate'))
})
