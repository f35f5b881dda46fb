import db from '@adonisjs/lucid/services/db'
import encryption from '@adonisjs/core/services/encryption'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { appKeyId, appKeys } from '#core/support/app_keys'

/**
 * Every column that holds encrypted values, as `table.column`; each of these tables has an `id`, but those of KEYS.
 * A test looks through a database that was used and fails for one that is missing here.
 */
export const SEALED_COLUMNS = [
  'challenges.data',
  'email_logs.secrets',
  'erasures.traces',
  'idempotency_keys.body',
  'partners.payout_details',
  'payments.client_secret',
  'sms_logs.secrets',
  'totp_factors.secret',
  'withdrawals.destination',
]

/** What else a row is named by. */
const KEYS: Record<string, string> = { totp_factors: 'user_id' }

/** How an encrypted value begins: with the name of its key. */
export const SEALED = /\b(?:gcm|k[0-9a-f]{8})\.v1:[\w-]{8}/

const BATCH = 200

export interface Reencrypted {
  column: string
  /** values that had another key than the one in use, and have it now */
  changed: number
  /** values that no key of ours opens: they were left as they are */
  unreadable: number
}

/** Encrypts with the key in use what older keys have encrypted; may be stopped and run again. */
export async function reencrypt(column: string): Promise<Reencrypted> {
  const [table, name] = column.split('.')
  const key = KEYS[table] ?? 'id'
  const current = `${appKeyId(appKeys()[0])}.`
  const result = { column, changed: 0, unreadable: 0 }
  let after = ''
  for (;;) {
    const rows = await db
      .from(table)
      .where(key, '>', after)
      .whereNotNull(name)
      .whereNot(name, 'like', `${current}%`)
      .orderBy(key)
      .limit(BATCH)
      .select(key, name)
    for (const row of rows) {
      const value = encryption.decrypt<unknown>(row[name])
      if (value === null) result.unreadable++
      else if (await replace(table, { key, name }, row, encryption.encrypt(value))) result.changed++
    }
    if (rows.length < BATCH) return result
    after = rows.at(-1)![key]
  }
}

/** @returns false when somebody else wrote the value meanwhile, with the key in use */
function replace(
  table: string,
  { key, name }: { key: string; name: string },
  row: Record<string, string>,
  value: string
) {
  return write((trx) =>
    changedOne(trx.from(table).where({ [key]: row[key], [name]: row[name] }), { [name]: value })
  )
}
