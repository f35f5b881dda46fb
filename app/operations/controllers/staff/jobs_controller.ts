import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListJobs from '#operations/queries/list_jobs'
import JobTransformer from '#operations/transformers/job_transformer'
import { listJobsValidator } from '#operations/validators/operations'

/** Background jobs, as staff watch them. */
@inject()
export default class JobsController {
  constructor(private listJobs: ListJobs) {}

  /** Jobs, newest first, and in `meta.queues` how many of each queue wait, run or have failed. */
  async index({ request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listJobsValidator)
    const { rows, meta, queues } = await this.listJobs.execute(filters)
    return serializePage(JobTransformer.transform(rows), { ...meta, queues })
  }
}
