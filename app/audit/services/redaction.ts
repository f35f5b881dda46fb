import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import type { Transaction } from '#core/database/write'

const BATCH = 500

export interface Redaction {
  actor: Actor | null
  personId: string
  /** what else of theirs lines may be about: orders, refunds, listings */
  subjectIds: string[]
  /** what may no longer stand anywhere: name, addresses, numbers; compared without case */
  values: string[]
}

const NOTHING = { before: null, after: null, reason: null, ip: null }

/**
 * Takes a person's words out of the audit trail, in the transaction of the erasure: what they did
 * themselves and what was done to the account loses its words, other lines where they hold one of
 * `values`. Who did what to whom and when stays, under ids alone.
 */
export async function redactAudit(
  trx: Transaction,
  { actor, personId, subjectIds, values }: Redaction
) {
  for (const column of ['actor_id', 'subject_id'])
    await trx.from('audit_entries').where(column, personId).update(NOTHING)
  const words = values.map((value) => value.toLowerCase())
  for (let from = 0; from < subjectIds.length; from += BATCH) {
    const rows = await trx
      .from('audit_entries')
      .whereIn('subject_id', subjectIds.slice(from, from + BATCH))
      .select('id', 'before', 'after', 'reason')
    for (const row of rows)
      if (holds(row, words)) await trx.from('audit_entries').where('id', row.id).update(NOTHING)
  }
  await recordAudit(trx, {
    actor,
    action: 'audit.redacted',
    subject: { type: 'user', id: personId },
  })
}

function holds({ before, after, reason }: Record<string, string | null>, words: string[]) {
  // JSON spells some characters out: compare what it means
  const texts = [before, after].flatMap((json) => leaves(json && JSON.parse(json)))
  const all = [...texts, reason ?? ''].join('\n').toLowerCase()
  return words.some((word) => all.includes(word))
}

function leaves(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [String(value)]
  return Object.values(value).flatMap(leaves)
}
