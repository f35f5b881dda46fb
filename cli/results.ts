/*
 * What a write tells of each object: its outcome and its id, and for money also how far it is, the
 * idempotency key, and the next step.
 */
import { cleanLine } from './output/clean.ts'
import { exactText, valueAt } from './output/values.ts'
import type { Column, Row } from './output/columns.ts'

/** Which members of the answer are told; part of a run's journal, hence plain data. */
export interface Telling {
  /** Member of the answer that is shown behind the id. */
  label?: string
  /**
   * Where a write about one object makes another (a refund of an order): the member of the answer
   * with the id of what was made. The id that was given is told as `of` then.
   */
  makes?: string
  /** For money: shows the idempotency key, too. */
  receipt?: Receipt
}

export interface Receipt {
  /** Member of the answer that says how far it is. */
  status?: string
  /** What people read in place of a status. */
  words?: Record<string, string>
  /** The command that shows more, with `:id`. */
  next?: string
}

/** What is known of one object after its write. */
interface Told {
  id: string | null
  outcome: string
  label?: string
  status?: string
  code?: string
  message?: string
}

export const resultColumns: Column[] = [
  { key: 'outcome' },
  { key: 'id', id: true },
  { key: 'label' },
  { key: 'code' },
  { key: 'message' },
]

/** The columns of this write: every row has the same, and new ones come last. */
export function columnsFor({ makes, receipt }: Telling): Column[] {
  const more = [...(makes ? ['of'] : []), ...(receipt ? ['status', 'key', 'next'] : [])]
  return [...resultColumns, ...more.map((key) => ({ key, id: true }))]
}

/** The same for a person: past tense, one line per object. */
export function resultLine(row: Row): string {
  const plain = ['outcome', 'id', 'label', 'status', 'code', 'message'].map((key) => row[key])
  const named = [
    ['of ', row.of],
    ['key ', row.key],
    ['next: ', row.next],
  ].map(([name, value]) => value && `${name}${exactText(value)}`)
  const cells = [...plain, ...named].map((cell) => cleanLine(exactText(cell))).filter(Boolean)
  return `${cells.join('  ')}\n`
}

/** The facts that a person reads in the answer. */
export function factsOf(telling: Telling, answer: unknown): { label?: string; status?: string } {
  const { label, receipt } = telling
  const status = receipt?.status ? exactText(valueAt(answer, receipt.status)) : ''
  return {
    label: (label && exactText(valueAt(answer, label))) || undefined,
    status: (receipt?.words?.[status] ?? status) || undefined,
  }
}

/** The id of what was made, or of what was written to. */
export function madeId(
  { makes }: Telling,
  answer: unknown,
  given: string | undefined
): string | null {
  if (given !== undefined && !makes) return given
  const made = valueAt(answer, makes ?? 'id')
  return typeof made === 'string' ? made : null
}

/** Members that only some writes have: what it is of, its key, the next step. */
export function furtherMembers(
  { makes, receipt }: Telling,
  id: string | null,
  given: string | undefined,
  key: string
): Row {
  const next = id === null ? undefined : receipt?.next?.replace(':id', id)
  return {
    ...(makes ? { of: given ?? null } : {}),
    ...(receipt ? { key, next: next ?? null } : {}),
  }
}

/** One row of what is printed. */
export function resultRow(
  telling: Telling,
  told: Told,
  given: string | undefined,
  key: string
): Row {
  return {
    id: told.id,
    outcome: told.outcome,
    label: told.label ?? null,
    code: told.code ?? null,
    message: told.message ?? null,
    ...(telling.receipt ? { status: told.status ?? null } : {}),
    ...furtherMembers(telling, told.id, given, key),
  }
}
