import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'

const BATCH = 100

/** Forgets all files of a person at once; their bytes go after the commit, by jobs. */
export async function removePersonFiles(trx: Transaction, userId: string, fileIds: string[]) {
  for (let from = 0; from < fileIds.length; from += BATCH) {
    const ids = fileIds.slice(from, from + BATCH)
    const files = await trx.from('files').whereIn('id', ids)
    for (const file of files)
      if (file.owner_id !== userId)
        await trx
          .from('file_usages')
          .where({ owner_id: file.owner_id })
          .update({ used_bytes: trx.raw('used_bytes - ?', [Number(file.size)]) })
    await trx.from('files').whereIn('id', ids).delete()
    const keys = files.flatMap((file) => [file.disk_key, file.thumbnail_key]).filter(Boolean)
    if (keys.length > 0) await outbox.dispatch(trx, 'core.files.delete_bytes', { keys })
  }
  await trx.from('file_usages').where({ owner_id: userId }).delete()
}
