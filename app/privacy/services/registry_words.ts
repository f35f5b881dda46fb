/*
 * The words that the registry is written in: what each table has to do with a person, and what
 * becomes of each of its columns when that person is erased.
 */

/** As whom somebody is in a row: the owner of the account, the client or the partner of a deal. */
export type Side = 'self' | 'client' | 'partner'
export const SIDES: Side[] = ['self', 'client', 'partner']

/** The row's own id: for columns that must stay unique. */
export const OWN_ID = Symbol('the id of the row')
/** Somebody else's words: they stay, but for what names the erased person. */
export const MASKED = Symbol('masked')

/** What takes a value's place at erasure. */
export type Replacement = string | number | null | typeof OWN_ID | typeof MASKED

/** A column with personal values: one replacement, or one for each side. */
export type Personal = Replacement | Partial<Record<Side, Replacement>>

export interface PersonalTable {
  /** what it is, for the person who reads the export */
  about: string
  /**
   * What leads from a row to the person: a column with the account's id, or `column > table` when it
   * names a row (`column > table.column`: another key) of a table that does.
   */
  whose: Partial<Record<Side, string>>
  /** the sides whose erasure deletes the rows; the others change columns only */
  rowsGo?: Side[]
  /** why rows stay that no erasure deletes */
  staysFor?: string
  /** names of columns that say nothing by themselves: exported, never changed */
  facts: string
  /** columns about how we work (locks, counters, weights): not exported, never changed */
  inner?: string
  personal?: Record<string, Personal>
  /** what could open an account or move money: never exported, gone with the account */
  secrets?: Record<string, Replacement>
  /** columns with a name or an address that others may have written down: looked for there */
  names?: string
  /** columns with sentences that others may have been told: looked for there */
  words?: string
  /** own words that both sides keep when the other goes, MASKED or not: exported to all */
  isShared?: true
  /** words of staff for each other: nobody's export has them */
  isForStaff?: true
}

/** A table whose rows are not told by one column: cleaned by the code that is named. */
export interface SpecialTable {
  columns: string
  /** what is personal in it, and how that goes */
  cleanedBy: string
  /** the column with the person's id, and the columns that the export shows */
  exported?: { about: string; by: string; columns: string }
}

export type PersonalTables = Record<string, PersonalTable>

export const columnsIn = (words = '') => words.split(/\s+/).filter(Boolean)

/** Every column that a table's entry names. */
export function namedColumns(table: PersonalTable): string[] {
  return [
    ...columnsIn(table.facts),
    ...columnsIn(table.inner),
    ...Object.keys(table.personal ?? {}),
    ...Object.keys(table.secrets ?? {}),
  ]
}

/** What takes a column's place when this side is erased; undefined: it stays as it is. */
export function replacementFor(personal: Personal, side: Side): Replacement | undefined {
  return personal !== null && typeof personal === 'object' ? personal[side] : personal
}

/** The columns that the export of this side shows: facts, and what is not somebody else's. */
export function exportedColumns(table: PersonalTable, side: Side): string[] {
  if (table.isForStaff) return []
  const own = Object.entries(table.personal ?? {})
    .filter(([, personal]) => {
      const replacement = replacementFor(personal, side)
      return table.isShared || (replacement !== undefined && replacement !== MASKED)
    })
    .map(([column]) => column)
  return [...columnsIn(table.facts), ...own]
}
