import db from '@adonisjs/lucid/services/db'
import { AUDIT_COLUMNS, entryDigest, type AuditRow } from '#audit/services/digests'
import { MINUTE } from '#core/support/clock'

const BATCH = 500

type Kind = 'entry_changed' | 'entry_removed' | 'entry_inserted' | 'entry_erased'

interface SealedRange {
  digests: string
  last_id: number
}

/**
 * Compares the lines behind `after` up to the end of a seal with what was sealed.
 *
 * @returns how many lines were looked at, and how many of them have lost their words
 */
export async function entryDifferences(
  seal: SealedRange,
  after: number,
  tell: (kind: Kind, entryId: number) => void
): Promise<{ entries: number; redacted: number }> {
  const sealed = digestsOf(seal.digests)
  const seen = { entries: 0, redacted: 0 }
  const ids = sealed.keys()
  let next = ids.next()
  const removedUpTo = (id: number) => {
    for (; !next.done && next.value < id; next = ids.next()) tell('entry_removed', next.value)
    if (!next.done && next.value === id) next = ids.next()
  }

  for await (const rows of batches(after, Number(seal.last_id))) {
    const erased = await erasedSubjects(rows)
    for (const row of rows) {
      const id = Number(row.id)
      removedUpTo(id)
      const digest = sealed.get(id)
      if (digest === undefined) tell('entry_inserted', id)
      else if (digest !== entryDigest(row)) tell('entry_changed', id)
      else if (row.details_hash !== null && !isOfErased(row, erased)) tell('entry_erased', id)
      if (row.details_hash !== null) seen.redacted++
      seen.entries++
    }
  }
  removedUpTo(Infinity)
  return seen
}

/** id -> digest, in the order of the ids. */
function digestsOf(text: string): Map<number, string> {
  return new Map(
    text.split('\n').map((line) => {
      const colon = line.indexOf(':')
      return [Number(line.slice(0, colon)), line.slice(colon + 1)]
    })
  )
}

async function* batches(after: number, upTo: number): AsyncGenerator<AuditRow[]> {
  for (;;) {
    const rows: AuditRow[] = await db
      .from('audit_entries')
      .where('id', '>', after)
      .where('id', '<=', upTo)
      .orderBy('id')
      .limit(BATCH)
      .select([...AUDIT_COLUMNS])
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
    after = Number(rows.at(-1)!.id)
  }
}

/**
 * Those of the people and things in these lines whose erasure the audit trail itself tells of. A line
 * that says so is not enough, since whoever can write tables can write it: the person it names must
 * have been erased. (The table belongs to a higher rung, and is read by its name.)
 */
async function erasedSubjects(rows: AuditRow[]): Promise<Set<string>> {
  const ids = rows.filter((row) => row.details_hash !== null).flatMap(idsOf)
  if (ids.length === 0) return new Set()
  const told = () =>
    db
      .from('audit_entries')
      .where('audit_entries.action', 'audit.redacted')
      .whereIn('audit_entries.subject_id', [...new Set(ids)])
  const ofPeople = await told()
    .join('erasures', 'erasures.user_id', 'audit_entries.person_id')
    .select('audit_entries.subject_id')
  const found = new Set<string>(ofPeople.map((row) => row.subject_id))
  const unnamed = await told()
    .whereNull('audit_entries.person_id')
    .select('subject_id', 'created_at')
  for (const { subject_id: subject, created_at: at } of unnamed)
    if (!found.has(subject) && (await wasErasedAt(Number(at)))) found.add(subject)
  return found
}

/**
 * The first such lines about things named nobody: they count beside an erasure in whose transaction
 * they can have been written.
 */
async function wasErasedAt(time: number): Promise<boolean> {
  const erasure = await db
    .from('erasures')
    .whereBetween('created_at', [time - MINUTE, time])
    .first()
  return erasure !== null
}

function isOfErased(row: AuditRow, erased: Set<string>): boolean {
  return idsOf(row).some((id) => erased.has(id))
}

function idsOf({ person_id: person, actor_id: actor, subject_id: subject }: AuditRow): string[] {
  return [person, actor, subject].filter((id) => id !== null)
}
