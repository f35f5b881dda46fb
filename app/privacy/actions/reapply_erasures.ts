import db from '@adonisjs/lucid/services/db'
import { claimAndRun } from '#core/queue/run_job'
import EraseAccount from '#privacy/actions/erase_account'
import SweepTraces from '#privacy/actions/sweep_traces'
import { erasedAccounts } from '#privacy/services/erasure_list'

/**
 * Erases again whoever is on the erasure list and has come back, with a restored backup. Sweeps at
 * once, because the worker may not be running yet.
 */
export default class ReapplyErasures {
  /** @returns the ids of the accounts that were erased again */
  async execute(): Promise<string[]> {
    const again: string[] = []
    for await (const userId of erasedAccounts()) {
      const isBack = await db.from('users').where('id', userId).whereNull('erased_at').first()
      if (!isBack) continue
      const { id } = await new EraseAccount().execute({ actor: null, userId })
      await new SweepTraces().execute({ erasureId: id })
      again.push(userId)
    }
    if (again.length > 0) await deleteBytes()
    return again
  }
}

/** The bytes of their files go by jobs, which are run here and now. */
async function deleteBytes() {
  const jobs = { name: 'core.files.delete_bytes', state: 'pending' }
  for (const { id } of await db.from('outbox').where(jobs).orderBy('id').select('id'))
    await claimAndRun(id)
}
