import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { Categories, staff: staffControllers } = controllers.categories

apiRoutes(() => {
  router.get('/categories', [Categories, 'index']).as('categories.index').allow('public').viewable()

  router
    .get('/admin/categories', [staffControllers.Categories, 'index'])
    .as('categories.staff.index')
    .allow(staff('categories.manage'))
  router
    .post('/admin/categories', [staffControllers.Categories, 'store'])
    .as('categories.staff.store')
    .allow(staff('categories.manage'))
  router
    .put('/admin/categories/:categoryId', [staffControllers.Categories, 'update'])
    .as('categories.staff.update')
    .allow(staff('categories.manage'))
  router
    .delete('/admin/categories/:categoryId', [staffControllers.Categories, 'destroy'])
    .as('categories.staff.destroy')
    .allow(staff('categories.manage'))
})
