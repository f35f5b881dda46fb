import type { Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import { write } from '#core/database/write'
import { countUse } from '#core/limits/usage_cap'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { TooManyExports } from '#privacy/errors'
import { exportRows, type ExportRow } from '#privacy/queries/export_rows'

const DAILY = { kind: 'exports', max: 10, per: 'day' } as const

/** Somebody asks for everything that is stored about them; a job makes it, one at a time. */
export default class RequestExport {
  /**
   * @returns the new export, or the one that is being made
   * @throws TooManyExports (429) after ten in a day
   */
  async execute({ actor }: { actor: Actor }): Promise<ExportRow> {
    return write(async (trx) => {
      const id = newId('export')
      const row = { id, user_id: actor.id, open_for: actor.id, status: 'requested' }
      const isNew = await insertedOnce(trx, 'data_exports', { ...row, created_at: clock.now() })
      if (!isNew) return exportRows(trx).where('data_exports.open_for', actor.id).firstOrFail()
      if (!(await countUse(trx, DAILY, actor.id))) throw new TooManyExports()
      await outbox.dispatch(trx, 'privacy.build_export', { exportId: id })
      return exportRows(trx).where('data_exports.id', id).firstOrFail()
    })
  }
}
