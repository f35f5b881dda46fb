/*
 * What the registry says, done: columns replaced, rows deleted. Running it again finds what came in
 * between, and changes nothing else.
 */
import type { Transaction } from '#core/database/write'
import type { PersonRows } from '#privacy/queries/person_rows'
import { REGISTRY } from '#privacy/registry'
import { removePersonFiles } from '#privacy/services/person_files'
import {
  MASKED,
  OWN_ID,
  replacementFor,
  SIDES,
  type PersonalTable,
  type Side,
} from '#privacy/services/registry_words'

/** Replaces and deletes everything of a person, whose account the caller has locked. */
export async function anonymise(trx: Transaction, rows: PersonRows) {
  const goings = await deletions(rows)
  const fileIds = await filesOf(rows)
  for (const [table, entry] of Object.entries(REGISTRY))
    for (const side of SIDES) {
      const values = entry.rowsGo?.includes(side) ? {} : replacements(trx, entry, side)
      if (Object.keys(values).length === 0) continue
      for (const query of await rows.queries(table, side)) await query().update(values)
    }
  for (const { queries } of goings) for (const query of queries) await query().delete()
  await removePersonFiles(trx, rows.userId, fileIds)
}

function replacements(trx: Transaction, entry: PersonalTable, side: Side) {
  const values: Record<string, unknown> = {}
  for (const [column, personal] of Object.entries({ ...entry.personal, ...entry.secrets })) {
    const replacement = replacementFor(personal, side)
    if (replacement === undefined || replacement === MASKED) continue
    values[column] = replacement === OWN_ID ? trx.raw('id') : replacement
  }
  return values
}

/** Children before their parents; files go by themselves, after all that points at them. */
async function deletions(rows: PersonRows) {
  const found = []
  for (const [table, { rowsGo = [] }] of Object.entries(REGISTRY))
    for (const side of rowsGo)
      if (!table.startsWith('file'))
        found.push({ depth: depthOf(table, side), queries: await rows.queries(table, side) })
  return found.sort((a, b) => b.depth - a.depth)
}

function depthOf(table: string, side: Side): number {
  const [, parent] = REGISTRY[table].whose[side]!.split(' > ')
  return parent ? 1 + depthOf(parent.split('.')[0], side) : 0
}

/** Own files, and those that rows point at which are deleted: what was made for an erased client. */
async function filesOf(rows: PersonRows): Promise<string[]> {
  const found = await rows.idsOf('files', 'self')
  const others: string[] = []
  for (const [table, { facts, rowsGo = [] }] of Object.entries(REGISTRY))
    if (/\bfile_id\b/.test(facts))
      for (const side of rowsGo) others.push(...(await rows.valuesOf(table, side, 'file_id')))
  return [...new Set([...found.map(String), ...others])]
}
