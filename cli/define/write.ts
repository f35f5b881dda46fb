/*
 * Every write has the same course: collect what is missing and say all of it at once, show the
 * target, confirm, send, print one line per object. A trial (`--dry-run`, `--dry-run-server`) needs
 * no confirmation.
 */
import { newRunName, startRun } from '../bulk.ts'
import { confirmWrite, showTarget } from '../confirm.ts'
import { UsageError } from '../errors.ts'
import { unwrap } from '../http.ts'
import { addWriteFlags } from '../options.ts'
import { columnsFor, factsOf, furtherMembers, madeId, resultLine, resultRow } from '../results.ts'
import { commandWords, makeCommand, onRun } from './command.ts'
import { preview, printTrial, trialHeader } from './dry_run.ts'
import { addFilter } from './list.ts'
import { pathWithId } from '../ids.ts'
import { confirmationFor, readForLimit, tellStake } from './question.ts'
import {
  collectIds,
  completeInput,
  isTrial,
  reasonHeader,
  reasonWithTicket,
} from './write_input.ts'
import type { Level } from '../confirm.ts'
import type { Context } from '../context.ts'
import type { ApiRequest, Method } from '../http.ts'
import type { Plan } from '../journal.ts'
import type { WriteFlags } from '../options.ts'
import type { Row } from '../output/columns.ts'
import type { Telling } from '../results.ts'
import type { Example, Verb } from './command.ts'
import type { Stake } from './question.ts'
import type { Filter } from './list.ts'

/** A flag of a write; `required` ones are asked for together with everything else missing. */
export interface WriteOption extends Filter {
  required?: boolean
}

/** What the body is made from. */
export interface WriteInput {
  /** `--reason`, with the ticket noted behind it. */
  reason: string | undefined
  options: Record<string, unknown>
}

export interface WriteSpec extends Telling {
  name: string
  /** Another name, which help does not show. */
  alias?: string
  summary: string
  permission?: string
  method: Exclude<Method, 'GET' | 'HEAD'>
  /** With `:id` where the id goes; a creation has none. A function where an option decides. */
  path: string | ((options: Record<string, unknown>) => string)
  /** Where `path` is a function: all it can answer. */
  paths?: string[]
  /** What the write is about: `partner`. */
  noun: string
  /** False for a write without an id, such as a creation; true unless said otherwise. */
  takesIds?: boolean
  level: Level
  /** Every write takes a reason for the audit log; some cannot do without. */
  reason?: 'required'
  /** The endpoint has a field of its own for the reason, and `body` fills it. */
  reasonInBody?: boolean
  options?: WriteOption[]
  /** True when a call without any of the options would change nothing. */
  needsOption?: boolean
  body?: (input: WriteInput) => unknown
  /** Past tense: `approved`. */
  outcome: string
  /** What is asked, where verb and id do not say it; `what` is `order ord_1` or `3 orders`. */
  question?: (input: WriteInput, what: string) => string
  /** What is read first, so that the question tells what is at stake. */
  stake?: Stake
  /** Value level 3 wants typed for a single object; its id when undefined. */
  expected?: (input: WriteInput) => { value: string; name: string } | undefined
  moreFields?: string[]
  examples: Example[]
}

/** What was given to a write on the command line. */
export type Flags = WriteFlags & Record<string, unknown>

type WriteRequest = ApiRequest & { method: Method; headers: Record<string, string> }

/** A verb that changes something. */
export function defineWrite(spec: WriteSpec): Verb {
  const takesIds = spec.takesIds ?? true
  return (context) => {
    const command = makeCommand(spec.name, spec.summary, {
      examples: spec.examples,
      jsonFields: [
        ...new Set(['id', 'outcome', ...furtherFields(spec), ...(spec.moreFields ?? [])]),
      ],
      permission: spec.permission,
      level: spec.level,
      endpoints: pathsOf(spec).map((path) => `${spec.method} ${path}`),
    })
    if (spec.alias) command.alias(spec.alias)
    if (takesIds) command.argument(`[${spec.noun}-ids...]`, 'one or more, or --from')
    for (const option of spec.options ?? []) addFilter(command, option)
    addWriteFlags(command, { bulk: takesIds })
    return onRun<Flags>(command, (ids, flags) =>
      runWrite(context, { ...spec, words: commandWords(command) }, ids, flags)
    )
  }
}

/** A spec in its place in the tree. */
export interface PlacedSpec extends WriteSpec {
  /** `user`, `note`, `add`. */
  words: string[]
}

function pathsOf({ path, paths }: WriteSpec): string[] {
  return typeof path === 'string' ? [path] : (paths ?? [])
}

function furtherFields(spec: WriteSpec): string[] {
  return Object.keys(furtherMembers(spec, null, undefined, ''))
}

async function runWrite(
  context: Context,
  spec: PlacedSpec,
  args: string[],
  flags: Flags
): Promise<void> {
  const takesIds = spec.takesIds ?? true
  const ids = takesIds ? await collectIds(context, args, flags) : []
  const input = { reason: reasonWithTicket(flags), options: flags }
  const many = ids.length > 1 || flags.from !== undefined
  const targets = { ids, many }
  const stake = isTrial(flags) ? undefined : await readForLimit(context, spec, targets)
  const confirmation = await confirmationFor(context, spec, targets, input, stake)

  await completeInput(context, spec, takesIds, ids, flags, confirmation)
  input.reason = reasonWithTicket(flags)
  const request: WriteRequest = {
    method: spec.method,
    path: typeof spec.path === 'string' ? spec.path : spec.path(flags),
    body: spec.body?.(input),
    headers: spec.reasonInBody ? {} : reasonHeader(input.reason),
  }
  const key = flags.idempotencyKey ?? crypto.randomUUID()
  if (flags.dryRunServer && many) throw new UsageError('--dry-run-server takes one id at a time')
  if (flags.dryRunServer) Object.assign(request.headers, await trialHeader(context))
  if (flags.dryRun) return preview(context, request, ids, key)

  await showTarget(context)
  if (flags.dryRunServer) return sendOne(context, spec, request, ids[0], key, true)
  if (flags.from) showSample(context, ids)
  await tellStake(context, spec, targets, input, stake, confirmation)
  await confirmWrite(context, confirmation, flags)
  if (many) {
    const plan = await makePlan(context, spec, request, ids, key)
    return startRun(context, plan, flags)
  }
  await sendOne(context, spec, request, ids[0], key, false)
}

function showSample(context: Context, ids: string[]): void {
  const sample = ids.slice(0, 5).join(', ')
  context.talk.note(`${ids.length} ids: ${sample}${ids.length > 5 ? ', …' : ''}`)
}

async function makePlan(
  context: Context,
  spec: PlacedSpec,
  request: WriteRequest,
  ids: string[],
  key: string
): Promise<Plan> {
  const profile = await context.profile()
  const now = context.clock.now()
  return {
    run: newRunName(now),
    command: spec.words.join(' '),
    profile: profile.name.value,
    apiUrl: profile.apiUrl.value,
    startedAt: new Date(now).toISOString(),
    method: request.method,
    path: request.path,
    body: request.body ?? null,
    headers: request.headers,
    outcome: spec.outcome,
    label: spec.label,
    makes: spec.makes,
    receipt: spec.receipt,
    ids,
    key,
  }
}

async function sendOne(
  context: Context,
  spec: WriteSpec,
  request: ApiRequest,
  id: string | undefined,
  key: string,
  checkedOnly: boolean
): Promise<void> {
  const [http, printer] = [await context.http(), await context.printer()]
  const path = id === undefined ? request.path : pathWithId(request.path, id)
  const answer = await http.send({ ...request, path, idempotencyKey: key })
  const data = unwrap<unknown>(answer.body)
  const members = typeof data === 'object' && data !== null ? (data as Row) : {}
  const outcome = checkedOnly ? `not ${spec.outcome}: checked only` : spec.outcome
  const made = madeId(spec, members, id)
  const result: Row = { ...members, id: made, outcome, ...furtherMembers(spec, made, id, key) }
  if (checkedOnly) return printTrial(context, answer, result)
  if (printer.isJson || printer.mode === 'format') return printer.item(result, [])

  const row = resultRow(spec, { id: made, outcome, ...factsOf(spec, members) }, id, key)
  // A person has just typed what it is of.
  if (printer.mode === 'table') delete row.of
  await printer.list([[row]], columnsFor(spec), resultLine)
}
