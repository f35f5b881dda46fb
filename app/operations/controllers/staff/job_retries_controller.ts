import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RetryJob from '#operations/actions/retry_job'
import JobTransformer from '#operations/transformers/job_transformer'

/** Second chances of failed jobs. */
@inject()
export default class JobRetriesController {
  constructor(private retryJob: RetryJob) {}

  /** Run a failed job again, with all its attempts. */
  async store({ actor, params, serialize }: HttpContext) {
    const job = await this.retryJob.execute({ actor: actor!, jobId: params.jobId })
    return serialize(JobTransformer.transform(job))
  }
}
