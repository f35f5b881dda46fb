import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

/** Adds one note; notes are for staff, the client does not see them. @returns when, epoch ms */
export async function addNote(trx: Transaction, id: string, text: string): Promise<number> {
  const now = clock.now()
  const row = { impersonation_id: id, text, created_at: now }
  await trx.insertQuery().table('impersonation_notes').insert(row)
  return now
}
