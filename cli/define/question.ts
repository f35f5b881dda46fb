/*
 * What is asked before a write goes out: in the words of the command, and for money with what is at
 * stake. A profile's refund limit makes larger amounts be typed.
 */
import { effectiveLevel, missingConfirmation } from '../confirm.ts'
import { pathWithId } from '../ids.ts'
import { decimalOf } from '../money.ts'
import { cleanLine } from '../output/clean.ts'
import { moneyText } from '../output/values.ts'
import type { Confirmation } from '../confirm.ts'
import type { Context } from '../context.ts'
import type { Row } from '../output/columns.ts'
import type { Money } from '../output/values.ts'
import type { Flags, PlacedSpec, WriteInput } from './write.ts'

/** What is read before somebody is asked about money. */
export interface Stake {
  /** Of the object, with `:id`. */
  path: string
  /** The amount; undefined where only the server can tell. */
  amount: (input: WriteInput, object: Row) => Money | undefined
  /** Whole sentences, without the last full stop. */
  question: (input: WriteInput, object: Row) => string
}

/** The objects of one write. */
export interface Targets {
  ids: string[]
  many: boolean
}

/** What will have to be confirmed, by the number of objects, the profile, and what is at stake. */
export async function confirmationFor(
  context: Context,
  spec: PlacedSpec,
  { ids, many }: Targets,
  input: WriteInput,
  stake: Row | undefined
): Promise<Confirmation> {
  const profile = await context.profile()
  const what = many
    ? `${ids.length} ${plural(spec.noun)}`
    : [spec.noun, ids[0]].filter(Boolean).join(' ')
  const over = stake && overLimit(spec, input, stake, profile.refundLimit)
  const amount = over && { value: moneyText(over), name: 'amount' }
  const single = spec.expected?.(input) ?? amount ?? { value: ids[0] ?? spec.noun, name: 'id' }
  // An amount is typed without its currency.
  const value = single.name === 'amount' ? decimalOf(single.value) : single.value
  return {
    // A file is as dangerous as its longest version: its count is always typed.
    level: input.options.from || over ? 3 : effectiveLevel(spec.level, profile),
    question: spec.question?.(input, what) ?? questionOf(spec, ids, what),
    expected: many ? String(ids.length) : value,
    expectedName: many ? `number of ${plural(spec.noun)}` : single.name,
  }
}

/** The object whose money a limit of the profile is about; read before anything is asked. */
export async function readForLimit(
  context: Context,
  spec: PlacedSpec,
  { ids, many }: Targets
): Promise<Row | undefined> {
  if (many || ids.length === 0 || !(await context.profile()).refundLimit) return undefined
  return spec.stake && readStake(context, spec.stake, ids[0])
}

/** Puts what is at stake into a question that somebody will see. */
export async function tellStake(
  context: Context,
  spec: PlacedSpec,
  { ids, many }: Targets,
  input: WriteInput,
  read: Row | undefined,
  confirmation: Confirmation
): Promise<void> {
  if (!spec.stake || many || !missingConfirmation(confirmation, input.options as Flags)) return
  const stake = read ?? (await readStake(context, spec.stake, ids[0]))
  const { refundLimit } = await context.profile()
  const told = [spec.stake.question(input, stake)]
  if (refundLimit && overLimit(spec, input, stake, refundLimit))
    told.push(`That is above ${moneyText(refundLimit)}, the refund limit of this profile`)
  confirmation.question = cleanLine(told.join('. '))
}

async function readStake(context: Context, { path }: Stake, id: string): Promise<Row> {
  return (await context.http()).get<Row>(pathWithId(path, id))
}

/** The amount when it is above the limit; one in another currency cannot be compared, and is. */
function overLimit(
  { stake }: PlacedSpec,
  input: WriteInput,
  object: Row,
  limit: Money | undefined
): Money | undefined {
  const amount = limit && stake?.amount(input, object)
  if (!amount) return undefined
  return amount.currency !== limit.currency || amount.amount > limit.amount ? amount : undefined
}

/** `Approve partner prt_1`; where the ids are of something else, `Create refund: order ord_1`. */
function questionOf({ words, noun, takesIds }: PlacedSpec, ids: string[], what: string): string {
  const [thing, verb] = words.slice(-2)
  const act = (verb.charAt(0).toUpperCase() + verb.slice(1)).replaceAll('-', ' ')
  if (thing === noun && !verb.includes('-')) return `${act} ${what}`
  const whole = thing === noun ? act : `${act} ${thing}`
  return takesIds === false && ids.length === 0 ? whole : `${whole}: ${what}`
}

function plural(noun: string): string {
  return `${noun.replace(/y$/, 'ie')}s`
}
