import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { unique } from '#tests/helpers/actors'
import { plantJob } from '#tests/helpers/jobs'
import type { MatrixRow } from '#tests/matrix/row'

const OPERATORS: MatrixRow['allow'] = ['dev', 'senior_dev', 'senior_admin']

/** A failed run of the weekly sweep in a year that no other test asks for. */
async function failedPeriod(): Promise<string> {
  const year = 1000 + (Number.parseInt(unique(''), 16) % 900)
  const week = 1 + (Number.parseInt(unique(''), 16) % 52)
  const period = `${year}-W${String(week).padStart(2, '0')}`
  await write((trx) =>
    trx
      .from('schedule_runs')
      .where({ task: 'core.sweep', period_key: period })
      .delete()
      .then(() =>
        trx
          .insertQuery()
          .table('schedule_runs')
          .insert({
            task: 'core.sweep',
            period_key: period,
            due_at: clock.now() - 10 ** 12 - Math.floor(Math.random() * 10 ** 9),
            state: 'failed',
            attempts: 5,
            created_at: clock.now(),
          })
      )
  )
  return period
}

export const rows: MatrixRow[] = [
  {
    route: 'operations.staff.jobs.index',
    allow: OPERATORS,
    request: async () => ({ query: { state: 'failed' } }),
    success: 200,
  },
  {
    route: 'operations.staff.job_retries.store',
    allow: OPERATORS,
    request: async () => ({ params: { jobId: await plantJob({ state: 'dead' }) } }),
    success: 200,
    object: { param: 'jobId', missing: 'job_01h455vb4pex5vsknk084sn02q', owned: false },
  },
  {
    route: 'operations.staff.schedule_runs.index',
    allow: OPERATORS,
    request: async () => ({ query: { task: 'core.sweep' } }),
    success: 200,
  },
  {
    route: 'operations.staff.schedule_runs.store',
    allow: OPERATORS,
    request: async () => ({ body: { task: 'core.sweep', period: await failedPeriod() } }),
    success: 202,
  },
]
