import { setImmediate as yieldToOthers } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { isMysql } from '#core/database/few_rows'
import { clock } from '#core/support/clock'
import { INVARIANTS, type Invariant } from '#integrity/services/invariants'
import { TOTALS } from '#integrity/services/totals'

export interface Difference {
  /** the row for which it does not hold */
  id: string
  found: number
  expected: number
}

export interface CheckedInvariant {
  name: string
  claim: string
  /** how many rows break it; zero when the books are sound */
  differences: number
  /** the first ten */
  examples: Difference[]
}

export interface IntegrityReport {
  isSound: boolean
  differences: number
  invariants: CheckedInvariant[]
  /** epoch ms */
  checkedAt: number
  /** ms that it took */
  duration: number
}

/** rows looked at in one statement: a few ms, so that nobody waits for it on SQLite */
const BATCH = 2_000
const EXAMPLES = 10

/**
 * Recomputes every invariant. Each statement sees one moment; rows that change between two of them
 * are seen in one state or the other, both of which must be sound.
 */
export default class CheckIntegrity {
  /** @param progress told of each invariant that is done */
  async execute(progress: (name: string) => void = () => {}): Promise<IntegrityReport> {
    const checkedAt = clock.now()
    const startedAt = performance.now()
    const invariants: CheckedInvariant[] = []
    for (const { name, claim, sql } of TOTALS) {
      invariants.push(checked({ name, claim }, await differencesOf(dialected(sql))))
      progress(name)
    }
    for (const invariant of INVARIANTS) {
      invariants.push(checked(invariant, await lookThrough(invariant)))
      progress(invariant.name)
    }
    const differences = invariants.reduce((total, one) => total + one.differences, 0)
    const duration = Math.round(performance.now() - startedAt)
    return { isSound: differences === 0, differences, invariants, checkedAt, duration }
  }
}

function checked({ name, claim }: { name: string; claim: string }, found: Difference[]) {
  return { name, claim, differences: found.length, examples: found.slice(0, EXAMPLES) }
}

/** One table, batch by batch in the order of its key. */
async function lookThrough({ table, found, expected, where }: Invariant): Promise<Difference[]> {
  const differences: Difference[] = []
  // smaller than every key of the table: some are counted, some are words
  let after: string | number = table.startsWith('ledger_') ? 0 : ''
  for (;;) {
    const last = await lastOfBatch(table, after)
    if (last === undefined) return differences
    const condition = where ? `AND (${where})` : ''
    const sql = `SELECT x.id, x.found, x.expected FROM (
      SELECT t.id AS id, ${found} AS found, ${expected} AS expected FROM ${table} t
        WHERE t.id > ? AND t.id <= ? ${condition}) x WHERE x.found <> x.expected`
    differences.push(...(await differencesOf(sql, [after, last])))
    after = last
    await yieldToOthers()
  }
}

async function lastOfBatch(
  table: string,
  after: string | number
): Promise<string | number | undefined> {
  const ids = await db.from(table).where('id', '>', after).orderBy('id').limit(BATCH).select('id')
  return ids.at(-1)?.id
}

async function differencesOf(sql: string, bindings: (string | number)[] = []) {
  const result = await db.rawQuery(sql, bindings)
  const rows: Record<string, unknown>[] = isMysql() ? result[0] : result
  return rows.map((row) => ({
    id: String(row.id),
    found: Number(row.found),
    expected: Number(row.expected),
  }))
}

/** `||` joins texts in standard SQL and in SQLite, and means OR in MySQL. */
function dialected(sql: string): string {
  return isMysql() ? sql.replace(`'INV-' || c.year || '-%'`, `CONCAT('INV-', c.year, '-%')`) : sql
}
