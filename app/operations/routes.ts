import router from '@adonisjs/core/services/router'
import { staff } from '#auth/access'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'

const { Jobs, JobRetries, ScheduleRuns } = controllers.operations.staff

apiRoutes(() => {
  router
    .get('/admin/jobs', [Jobs, 'index'])
    .as('operations.staff.jobs.index')
    .allow(staff('system.operate'))
  router
    .post('/admin/jobs/:jobId/retry', [JobRetries, 'store'])
    .as('operations.staff.job_retries.store')
    .allow(staff('system.operate'))

  router
    .get('/admin/schedule-runs', [ScheduleRuns, 'index'])
    .as('operations.staff.schedule_runs.index')
    .allow(staff('system.operate'))
  router
    .post('/admin/schedule-runs', [ScheduleRuns, 'store'])
    .as('operations.staff.schedule_runs.store')
    .allow(staff('system.operate'))
})
