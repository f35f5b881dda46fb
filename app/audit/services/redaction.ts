import { recordAudit, type AuditFact } from '#audit/record'
import { AUDIT_COLUMNS, detailsDigest, type AuditRow } from '#audit/services/digests'
import type { Actor } from '#core/actor'
import type { Transaction } from '#core/database/write'
import { ERASABLE } from '#database/triggers/audit'

const BATCH = 500

export interface Redaction {
  actor: Actor | null
  personId: string
  /** what else of theirs lines may be about: orders, refunds, listings */
  subjectIds: string[]
  /** what may no longer stand anywhere: name, addresses, numbers; compared without case */
  values: string[]
}

/**
 * Takes a person's data out of the audit trail, in the transaction of the erasure: what they did
 * themselves loses its words, what others did about them or theirs only where the words hold one of
 * `values`. Who did what to whom and when stays, under ids alone, and so do the seals.
 *
 * @returns how many lines lost their words
 */
export async function redactAudit(
  trx: Transaction,
  { actor, personId, subjectIds, values }: Redaction
): Promise<number> {
  const words = values.map((value) => value.toLowerCase()).filter((value) => value.length > 1)
  const counts = new Map<string, { subject: AuditFact['subject']; entries: number }>()
  const redact = async (column: string, ids: string[], person?: AuditFact['subject']) => {
    for await (const row of linesOf(trx, column, ids)) {
      if (!holds(row, personId, words)) continue
      const subject = person ?? { type: row.subject_type, id: row.subject_id }
      const entries = (counts.get(subject.id)?.entries ?? 0) + (await erase(trx, row))
      counts.set(subject.id, { subject, entries })
    }
  }
  const person = { type: 'user', id: personId }
  counts.set(personId, { subject: person, entries: 0 })
  for (const column of ['person_id', 'actor_id']) await redact(column, [personId], person)
  // a line about an order concerns two people, and names one of them
  for (let from = 0; from < subjectIds.length; from += BATCH)
    await redact('subject_id', subjectIds.slice(from, from + BATCH))

  // what has lost its words says so itself, and whose erasure it was: `audit:verify` takes no other
  // line without them
  const fact = { actor, action: 'audit.redacted', personId }
  for (const { subject, entries } of counts.values())
    await recordAudit(trx, { ...fact, subject, after: { entries } })
  return [...counts.values()].reduce((sum, { entries }) => sum + entries, 0)
}

/** Lines that have not lost their words yet, in batches. */
async function* linesOf(trx: Transaction, column: string, ids: string[]) {
  for (let after = 0; ;) {
    const rows: AuditRow[] = await trx
      .from('audit_entries')
      .whereIn(column, ids)
      .where('id', '>', after)
      .whereNull('details_hash')
      .orderBy('id')
      .limit(BATCH)
      .select([...AUDIT_COLUMNS])
    if (rows.length === 0) return
    after = Number(rows.at(-1)!.id)
    yield* rows
  }
}

/** Whether a line has words of the person's: their own deeds (address, device), or a value in it. */
function holds(row: AuditRow, personId: string, words: string[]): boolean {
  const isOwn = row.actor_id === personId
  // log-ins: the system's lines about the account, with address and device
  const isOfAccount = row.actor_id === null && row.subject_type === 'user'
  if (isOwn || isOfAccount) return true
  // JSON spells some characters out: compare what it means
  const text = [row.before, row.after].map((json) => leaves(json && JSON.parse(json)))
  const all = [...text.flat(), row.reason ?? ''].join('\n').toLowerCase()
  return words.some((word) => all.includes(word))
}

function leaves(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [String(value)]
  return Object.values(value).flatMap(leaves)
}

async function erase(trx: Transaction, row: AuditRow): Promise<number> {
  const nothing = Object.fromEntries(ERASABLE.map((column) => [column, null]))
  return Number(
    await trx
      .from('audit_entries')
      .where('id', row.id)
      .whereNull('details_hash')
      .update({ ...nothing, details_hash: detailsDigest(row) })
  )
}
