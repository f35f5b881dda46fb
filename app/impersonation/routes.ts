import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { staff } from '#auth/access'
import { apiRoutes } from '#core/http/api_group'
import { idPattern } from '#core/support/ids'

const { OwnImpersonations, staff: desk } = controllers.impersonation
const lookers = staff('impersonation.use')

apiRoutes(() => {
  router
    .get('/user/impersonations', [OwnImpersonations, 'index'])
    .as('impersonation.own.index')
    .allow('user')
    .viewable()

  router
    .post('/admin/impersonate/start', [desk.Impersonations, 'store'])
    .as('impersonation.staff.impersonations.store')
    .allow(lookers)
  router
    .post('/admin/impersonate/end', [desk.ImpersonationEnds, 'store'])
    .as('impersonation.staff.ends.store')
    .allow(lookers)
    .byImpersonator()
  router
    .post('/admin/impersonate/add-note', [desk.ImpersonationNotes, 'store'])
    .as('impersonation.staff.notes.store')
    .allow(lookers)
    .byImpersonator()

  router
    .get('/admin/impersonate/logs', [desk.ImpersonationLogs, 'index'])
    .as('impersonation.staff.logs.index')
    .allow(lookers)
  router
    .get('/admin/impersonate/logs/:sessionId', [desk.ImpersonationLogs, 'show'])
    .where('sessionId', idPattern('impersonation')) // elsewhere it is a log-in session
    .as('impersonation.staff.logs.show')
    .allow(lookers)
})
