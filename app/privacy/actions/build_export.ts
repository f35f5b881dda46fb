import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { assertRoomOnDisk, incomingFolder, removeTemporary } from '#core/files/storage'
import { keepFile, removeFiles, storeZip } from '#core/files/store'
import { clock, DAY } from '#core/support/clock'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import { writeExportZip } from '#privacy/services/export_zip'

const KEPT_DAYS = 7

/** Makes the zip of an export, stores it for seven days, and tells the person. */
export default class BuildExport {
  /** @param finish marks the delivery of the job, in the transaction that stores the result */
  async execute(
    { exportId }: { exportId: string },
    finish: (trx: Transaction) => Promise<void>
  ): Promise<void> {
    const row = await db.from('data_exports').where('id', exportId).first()
    // made before, or the account was erased meanwhile
    if (row?.status !== 'requested') return write(finish)
    await assertRoomOnDisk()
    const path = join(await incomingFolder(), `${randomUUID()}.zip`)
    try {
      const now = clock.now()
      await writeExportZip(path, row.user_id, now)
      const fileName = `souk-${new Date(now).toISOString().slice(0, 10)}.zip`
      const staged = await storeZip(path, fileName, { ownerId: row.user_id, purpose: 'export' })
      await write(async (trx) => {
        const { id: fileId } = await keepFile(trx, staged)
        const open = trx.from('data_exports').where({ id: exportId, status: 'requested' })
        const ready = { status: 'ready', open_for: exportId, file_id: fileId }
        const times = { ready_at: now, expires_at: now + KEPT_DAYS * DAY }
        if (await changedOne(open, { ...ready, ...times })) await tell(trx, row.user_id, exportId)
        else await removeFiles(trx, [fileId])
        await finish(trx)
      })
    } finally {
      await removeTemporary(path)
    }
  }

  /** Nobody tries any more: the person may ask again. */
  async giveUp({ exportId }: { exportId: string }) {
    await db
      .from('data_exports')
      .where({ id: exportId, status: 'requested' })
      .update({ status: 'failed', open_for: exportId })
  }
}

async function tell(trx: Transaction, userId: string, exportId: string) {
  const user = await trx.from('users').where('id', userId).firstOrFail()
  await addToFeed(trx, {
    userId,
    kind: 'export_ready',
    title: 'Your data are ready',
    body: `Fetch them within ${KEPT_DAYS} days.`,
    subjectId: exportId,
  })
  if (!user.email) return
  const data = { name: user.name, days: KEPT_DAYS }
  await queueEmail(trx, { userId, to: user.email, template: 'export_ready', data })
}
