/*
 * Every table and every column, and what becomes of it when a person asks for their data or to be
 * forgotten. A convention test compares this with the schema: whoever adds a column decides here.
 *
 *   facts      exported; stays, because it names nobody once the account is pseudonymous
 *   personal   exported; replaced by what stands beside it when its side is erased
 *   secrets    never exported; replaced
 *   inner      how we work: not exported, stays
 *   rowsGo     the rows are deleted
 *   staysFor   why they are not
 *   isForStaff no export has the table
 */
import { deals } from '#privacy/registry/deals'
import { copies, impersonal, special } from '#privacy/registry/machinery'
import { money } from '#privacy/registry/money'
import { people } from '#privacy/registry/people'
import { shops } from '#privacy/registry/shops'
import { staffWords } from '#privacy/registry/staff_words'
import { columnsIn, namedColumns, type PersonalTables } from '#privacy/services/registry_words'

/** Tables with a person in them. */
export const REGISTRY: PersonalTables = { ...people, ...staffWords, ...shops, ...deals, ...money }

export { copies, impersonal, special }

/** Every table that is decided on, with the columns that are. */
export function decidedColumns(): Map<string, string[]> {
  const personal = Object.entries(REGISTRY).map(
    ([table, entry]) => [table, namedColumns(entry)] as const
  )
  const others = Object.entries(special).map(
    ([table, { columns }]) => [table, columnsIn(columns)] as const
  )
  const nobodys = Object.entries(impersonal).map(
    ([table, columns]) => [table, columnsIn(columns)] as const
  )
  return new Map([...personal, ...others, ...nobodys])
}

/** Is this a copy that the database keeps (a search index and its parts)? */
export function isCopy(table: string): boolean {
  return Object.keys(copies).some((copy) => table === copy || table.startsWith(`${copy}_`))
}
