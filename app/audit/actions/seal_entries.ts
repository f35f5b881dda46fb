import {
  AUDIT_COLUMNS,
  BEFORE_ALL,
  entryDigest,
  sealHash,
  sealSignature,
  type AuditRow,
} from '#audit/services/digests'
import { insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { clock, MINUTE } from '#core/support/clock'

const BATCH = 500
/** younger lines are left: one with a smaller id may not be there yet */
const SETTLED_AFTER = MINUTE

export interface Seal {
  id: number
  firstId: number
  lastId: number
  entries: number
  hash: string
}

/**
 * Seals the next batch of lines, at most 500, in the order of their ids, up to the first one that is
 * younger than a minute.
 *
 * MariaDB counts ids up before it commits, so a line may appear behind a younger one. Two things
 * keep it from appearing in a range that is sealed: the minute, and that the lines are read with
 * locks, which waits for every insert in the range that is not committed yet. Gaps (of transactions
 * that were rolled back) are normal; what appears in one later is what `VerifyAudit` reports.
 */
export default class SealEntries {
  /** @returns null when there is nothing to seal, or another process was faster */
  execute(): Promise<Seal | null> {
    return write(async (trx) => {
      const last = await trx.from('audit_seals').orderBy('id', 'desc').first()
      const after = Number(last?.last_id ?? 0)
      const upTo = await settledUpTo(trx, after)
      if (upTo === null) return null
      const rows: AuditRow[] = await trx
        .from('audit_entries')
        .where('id', '>', after)
        .where('id', '<=', upTo)
        .orderBy('id')
        .select([...AUDIT_COLUMNS])
        .forShare()
      const facts = {
        id: Number(last?.id ?? 0) + 1,
        first_id: Number(rows[0].id),
        last_id: upTo,
        entries: rows.length,
        digests: rows.map((row) => `${row.id}:${entryDigest(row)}`).join('\n'),
        previous_hash: last?.hash ?? BEFORE_ALL,
        sealed_at: clock.now(),
      }
      const hash = sealHash(facts)
      const proof = sealSignature(hash)
      if (!(await insertedOnce(trx, 'audit_seals', { ...facts, hash, ...proof }))) return null
      const { id, first_id: firstId, last_id: lastId, entries } = facts
      return { id, firstId, lastId, entries, hash }
    })
  }
}

/** The id of the last line that can be sealed now; null for none. */
async function settledUpTo(trx: Transaction, after: number): Promise<number | null> {
  const now = clock.now()
  const rows = await trx
    .from('audit_entries')
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .select('id', 'created_at')
  // a time to come is a wrong clock, and must not hold up the seals until it has come
  const isYoung = (at: number) => Math.abs(now - at) < SETTLED_AFTER
  const young = rows.findIndex((row) => isYoung(Number(row.created_at)))
  const settled = young < 0 ? rows : rows.slice(0, young)
  return settled.length === 0 ? null : Number(settled.at(-1).id)
}
