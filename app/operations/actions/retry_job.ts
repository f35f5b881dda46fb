import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { wakeWorkers } from '#core/outbox/wake'
import { clock } from '#core/support/clock'
import { JobNotFailed } from '#operations/errors'
import { JOB_COLUMNS, type JobRow } from '#operations/queries/list_jobs'

/** Gives a failed job all its attempts again. */
export default class RetryJob {
  /**
   * @throws NotFound
   * @throws JobNotFailed when it waits, runs or is done, also when a second retry comes too late
   */
  async execute({ actor, jobId }: { actor: Actor; jobId: string }): Promise<JobRow> {
    return write(async (trx) => {
      const rows = () => trx.from('outbox').where({ id: jobId })
      const job: JobRow | null = await rows().select(JOB_COLUMNS).first()
      if (!job) throw new NotFound()

      const revived = { state: 'pending', attempts: 0, available_at: clock.now(), dead_at: null }
      const isRevived = await changedOne(rows().where({ state: 'dead' }), {
        ...revived,
        lease_token: null,
        lease_until: 0,
        queued_at: null,
      })
      if (!isRevived) throw new JobNotFailed()
      await recordAudit(trx, {
        actor,
        action: 'job.retried',
        subject: { type: 'job', id: jobId },
        before: { state: 'failed', attempts: Number(job.attempts), lastError: job.last_error },
        after: { state: 'waiting', name: job.name },
      })
      trx.after('commit', () => wakeWorkers({ id: jobId, queue: job.queue }))
      return rows().select(JOB_COLUMNS).firstOrFail()
    })
  }
}
