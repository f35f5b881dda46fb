import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { write, type Transaction } from '#core/database/write'
import { maskDeep, type Mask } from '#privacy/services/traces'

const BATCH = 500

interface Masking {
  table: string
  columns: string[]
  /** which rows; they are read in the order of their ids, batch by batch */
  which: (trx: Transaction) => DatabaseQueryBuilderContract
  /** the mask is given JSON as one text, not each text in it */
  isWhole?: true
}

/** Masks texts in rows of a table with an id, one transaction for each batch. */
export async function maskRows({ table, columns, which, isWhole }: Masking, mask: Mask) {
  const change: Mask = isWhole ? mask : (text) => maskText(text, mask)
  let last: { id: string | number } | undefined
  do {
    const after = last
    last = await write(async (trx): Promise<typeof last> => {
      const query = which(trx)
        .orderBy('id')
        .limit(BATCH)
        .select('id', ...columns)
      const rows = await (after ? query.where('id', '>', after.id) : query)
      for (const row of rows) {
        const changed = changesIn(row, columns, change)
        if (changed) await trx.from(table).where('id', row.id).update(changed)
      }
      return rows.length < BATCH ? undefined : { id: rows.at(-1)!.id }
    })
  } while (last)
}

function changesIn(row: Record<string, unknown>, columns: string[], change: Mask) {
  const changed: Record<string, string> = {}
  for (const column of columns) {
    const before = row[column]
    if (typeof before !== 'string') continue
    const after = change(before)
    if (after !== before) changed[column] = after
  }
  return Object.keys(changed).length > 0 ? changed : undefined
}

/** JSON stays JSON: its texts are masked one by one. */
function maskText(text: string, mask: Mask): string {
  if (!/^[[{]/.test(text)) return mask(text)
  try {
    return JSON.stringify(maskDeep(JSON.parse(text), mask))
  } catch {
    return mask(text) // a text that only begins like JSON
  }
}
