import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'

const { Regions, Locations, staff: staffControllers } = controllers.regions

apiRoutes(() => {
  router.get('/regions', [Regions, 'index']).as('regions.index').allow('public').viewable()
  router.get('/regions/:regionId', [Regions, 'show']).as('regions.show').allow('public').viewable()
  router
    .post('/regions', [staffControllers.Regions, 'store'])
    .as('regions.staff.store')
    .allow(staff('regions.manage'))
  router
    .put('/regions/:regionId', [staffControllers.Regions, 'update'])
    .as('regions.staff.update')
    .allow(staff('regions.manage'))
  router
    .delete('/regions/:regionId', [staffControllers.Regions, 'destroy'])
    .as('regions.staff.destroy')
    .allow(staff('regions.manage'))
  router
    .put('/regions/:regionId/restrictions', [staffControllers.RegionRestrictions, 'update'])
    .as('regions.staff.restrictions.update')
    .allow(staff('regions.manage'))

  router.get('/locations', [Locations, 'index']).as('locations.index').allow('public').viewable()
  router
    .post('/admin/locations', [staffControllers.Locations, 'store'])
    .as('locations.staff.store')
    .allow(staff('categories.manage'))
  router
    .put('/admin/locations/:locationId', [staffControllers.Locations, 'update'])
    .as('locations.staff.update')
    .allow(staff('categories.manage'))
  router
    .delete('/admin/locations/:locationId', [staffControllers.Locations, 'destroy'])
    .as('locations.staff.destroy')
    .allow(staff('categories.manage'))
})
