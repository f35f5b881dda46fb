/*
 * Every write has the same course: collect what is missing and say all of it at once, show the
 * target, confirm, send, print one line per object. `--dry-run` stops after the first step and
 * prints the exact request.
 */
import { newRunName, resultColumns, resultLine, startRun } from '../bulk.ts'
import { confirmWrite, effectiveLevel, missingConfirmation, showTarget } from '../confirm.ts'
import { UnsupportedError, UsageError } from '../errors.ts'
import { unwrap } from '../http.ts'
import { readIds } from '../ids.ts'
import { jsonText } from '../output/json.ts'
import { rowKey } from '../journal.ts'
import { addWriteFlags } from '../options.ts'
import { exactText, valueAt } from '../output/values.ts'
import { makeCommand, onRun } from './command.ts'
import { filterOption } from './list.ts'
import { pathWithId } from './show.ts'
import type { Confirmation, Level } from '../confirm.ts'
import type { Context } from '../context.ts'
import type { ApiRequest, Method } from '../http.ts'
import type { Plan } from '../journal.ts'
import type { WriteFlags } from '../options.ts'
import type { Row } from '../output/columns.ts'
import type { Example, Verb } from './command.ts'
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

export interface WriteSpec {
  name: string
  summary: string
  permission?: string
  method: Exclude<Method, 'GET' | 'HEAD'>
  /** With `:id` where the id goes; a creation has none. */
  path: string
  /** What the write is about: `partner`. */
  noun: string
  /** False for a write without an id, such as a creation; true unless said otherwise. */
  takesIds?: boolean
  level: Level
  /** `none` where the API has no field for one: then there are no flags that would promise it. */
  reason: 'required' | 'optional' | 'none'
  options?: WriteOption[]
  /** True when a call without any of the options would change nothing. */
  needsOption?: boolean
  body?: (input: WriteInput) => unknown
  /** Past tense: `approved`. */
  outcome: string
  /** Member of the answer to show behind the id. */
  label?: string
  /** Value level 3 wants typed for a single object; its id unless said otherwise. */
  expected?: (input: WriteInput) => { value: string; name: string }
  moreFields?: string[]
  examples: Example[]
}

type Flags = WriteFlags & Record<string, unknown>

/** A verb that changes something. */
export function defineWrite(spec: WriteSpec): Verb {
  const takesIds = spec.takesIds ?? true
  return (context) => {
    const command = makeCommand(spec.name, spec.summary, {
      examples: spec.examples,
      jsonFields: [...new Set(['id', 'outcome', ...(spec.moreFields ?? [])])],
      permission: spec.permission,
      level: spec.level,
    })
    if (takesIds) command.argument(`[${spec.noun}-ids...]`, 'one or more, or --from')
    for (const option of spec.options ?? []) command.addOption(filterOption(option))
    addWriteFlags(command, { bulk: takesIds, reason: spec.reason !== 'none' })
    return onRun<Flags>(command, (ids, flags) => runWrite(context, spec, ids, flags))
  }
}

async function runWrite(
  context: Context,
  spec: WriteSpec,
  args: string[],
  flags: Flags
): Promise<void> {
  const takesIds = spec.takesIds ?? true
  const ids = takesIds ? await collectIds(context, args, flags) : []
  const input = { reason: reasonWithTicket(flags), options: flags }
  const confirmation = await confirmationFor(context, spec, ids, input, flags)

  await completeInput(context, spec, takesIds, ids, flags, confirmation)
  input.reason = reasonWithTicket(flags)
  const request: ApiRequest & { method: Method } = {
    method: spec.method,
    path: spec.path,
    body: spec.body?.(input),
  }
  const key = flags.idempotencyKey ?? crypto.randomUUID()
  const many = ids.length > 1 || flags.from !== undefined
  if (flags.dryRunServer && many) throw new UsageError('--dry-run-server takes one id at a time')
  if (flags.dryRunServer) await requireServerDryRun(context, request)
  if (flags.dryRun) return preview(context, request, ids, key)

  await showTarget(context)
  if (flags.from) showSample(context, ids)
  await confirmWrite(context, confirmation, flags)
  if (many) {
    const plan = await makePlan(context, spec, request, ids, key)
    return startRun(context, plan, flags)
  }
  await sendOne(context, spec, request, ids[0], key, Boolean(flags.dryRunServer))
}

async function collectIds(context: Context, args: string[], flags: Flags): Promise<string[]> {
  if (flags.from === undefined) return [...new Set(args)]
  if (args.length > 0) throw new UsageError('give ids either as arguments or with --from, not both')
  const { ids, duplicates } = await readIds(context, flags.from)
  if (ids.length === 0) throw new UsageError(`no ids in ${flags.from}`)
  if (duplicates > 0) context.talk.note(`${duplicates} ids came more than once; each is done once`)
  return ids
}

function reasonWithTicket({ reason, ticket }: WriteFlags): string | undefined {
  if (!ticket) return reason
  return reason ? `${reason} [ticket ${ticket}]` : `[ticket ${ticket}]`
}

/** What will have to be confirmed, by the number of objects and the profile. */
async function confirmationFor(
  context: Context,
  spec: WriteSpec,
  ids: string[],
  input: WriteInput,
  flags: Flags
): Promise<Confirmation> {
  const verb = spec.name.charAt(0).toUpperCase() + spec.name.slice(1)
  const many = ids.length > 1 || flags.from !== undefined
  const what = many
    ? `${ids.length} ${plural(spec.noun)}`
    : [spec.noun, ids[0]].filter(Boolean).join(' ')
  const single = spec.expected?.(input) ?? { value: ids[0] ?? spec.noun, name: 'id' }
  return {
    // A file is as dangerous as its longest version: its count is always typed.
    level: flags.from ? 3 : effectiveLevel(spec.level, await context.profile()),
    question: `${verb} ${what}`,
    expected: many ? String(ids.length) : single.value,
    expectedName: many ? `number of ${plural(spec.noun)}` : single.name,
  }
}

/** Asks for what can be asked for, and names everything else that is missing in one error. */
async function completeInput(
  context: Context,
  spec: WriteSpec,
  takesIds: boolean,
  ids: string[],
  flags: Flags,
  confirmation: Confirmation
): Promise<void> {
  const missing: string[] = []
  if (takesIds && ids.length === 0) missing.push(`<${spec.noun}-ids...> or --from FILE`)
  for (const option of spec.options ?? []) {
    const { long, attributeName } = namesOf(option)
    if (option.required && flags[attributeName] === undefined) missing.push(`${long} <value>`)
  }
  const given = (spec.options ?? []).some(
    (option) => flags[namesOf(option).attributeName] !== undefined
  )
  if (spec.needsOption && !given) {
    missing.push(`one of ${spec.options!.map((option) => namesOf(option).long).join(' | ')}`)
  }
  const wantsReason = spec.reason === 'required' && !flags.reason?.trim()
  if (wantsReason && (missing.length > 0 || !context.prompt.possible)) {
    missing.push('--reason <text>')
  }
  if (missing.length > 0) {
    const flag = flags.dryRun ? undefined : missingConfirmation(confirmation, flags)
    // What level 3 wants typed depends on the ids; without them it cannot be named yet.
    const known = confirmation.level < 3 || !takesIds || ids.length > 0
    const alsoConfirm = !context.prompt.possible && known && flag
    throw missingInput(alsoConfirm ? [...missing, flag] : missing)
  }
  if (!flags.dryRun && !context.prompt.possible) {
    const flag = missingConfirmation(confirmation, flags)
    if (flag) throw confirmationRequired(flag)
  }
  if (wantsReason) {
    flags.reason = await context.prompt.text('Reason (for the audit log):')
    if (!flags.reason) throw missingInput(['--reason <text>'])
  }
}

function namesOf(option: Filter): { long: string; attributeName: string } {
  const parsed = filterOption(option)
  return { long: parsed.long!, attributeName: parsed.attributeName() }
}

function missingInput(missing: string[]): UsageError {
  return new UsageError(`missing: ${missing.join(', ')}`, {
    code: 'missing_input',
    need: missing.join(' '),
  })
}

function confirmationRequired(flag: string): UsageError {
  return new UsageError(`this needs a confirmation: ${flag}`, {
    code: 'confirmation_required',
    need: flag,
    hint: 'no terminal to ask on',
  })
}

/** The server says in its own description whether it can check a write without keeping it. */
async function requireServerDryRun(context: Context, request: ApiRequest): Promise<void> {
  const http = await context.http()
  const document = (await http.send({ path: '/openapi.json', anonymous: true })).body
  if (valueAt(document, 'info.x-dry-run') !== true) {
    // A server that does not know the header would carry the write out.
    throw new UnsupportedError('this server cannot check a write without applying it', {
      hint: '--dry-run prints the request without sending it',
    })
  }
  request.headers = { 'X-Dry-Run': 'true' }
}

async function preview(
  context: Context,
  request: ApiRequest,
  ids: string[],
  key: string
): Promise<void> {
  const [http, printer] = [await context.http(), await context.printer()]
  const requests = await Promise.all(
    (ids.length === 0 ? [undefined] : ids).map((id, index) =>
      http.preview({
        ...request,
        path: id === undefined ? request.path : pathWithId(request.path, id),
        idempotencyKey: rowKey({ key, ids }, index),
      })
    )
  )
  if (printer.mode !== 'table' && printer.mode !== 'tsv') return printer.value(requests)
  for (const { method, url, headers, body } of requests) {
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`)
    await printer.text(`${method} ${url}\n${head.join('')}\n${jsonText(body)}`)
  }
}

function plural(noun: string): string {
  return `${noun.replace(/y$/, 'ie')}s`
}

function showSample(context: Context, ids: string[]): void {
  const sample = ids.slice(0, 5).join(', ')
  context.talk.note(`${ids.length} ids: ${sample}${ids.length > 5 ? ', …' : ''}`)
}

async function makePlan(
  context: Context,
  spec: WriteSpec,
  request: ApiRequest & { method: Method },
  ids: string[],
  key: string
): Promise<Plan> {
  const profile = await context.profile()
  const now = context.clock.now()
  return {
    run: newRunName(now),
    command: `${spec.noun} ${spec.name}`,
    profile: profile.name.value,
    apiUrl: profile.apiUrl.value,
    startedAt: new Date(now).toISOString(),
    method: request.method,
    path: request.path,
    body: request.body ?? null,
    outcome: spec.outcome,
    label: spec.label,
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
  const result: Row = { ...members, id: id ?? members.id ?? null, outcome }
  if (printer.isJson || printer.mode === 'format') return printer.item(result, [])

  const label = spec.label ? exactText(valueAt(members, spec.label)) : ''
  const row = { outcome, id: result.id, label, code: null, message: null }
  await printer.list([[row]], resultColumns, resultLine)
}
