/*
 * What a write needs before it can be sent: its ids, its required flags, a reason, a confirmation.
 * What is missing is asked for where somebody can answer, else named all at once.
 */
import { missingConfirmation } from '../confirm.ts'
import { UsageError } from '../errors.ts'
import { readIds } from '../ids.ts'
import { filterOption } from './list.ts'
import type { Confirmation } from '../confirm.ts'
import type { Context } from '../context.ts'
import type { WriteFlags } from '../options.ts'
import type { Filter } from './list.ts'
import type { Flags, WriteSpec } from './write.ts'

/** The server keeps no more of a reason than this, and no line break. */
const LONGEST_REASON = 500

/** The ids of the arguments or of `--from`, each once. */
export async function collectIds(
  context: Context,
  args: string[],
  flags: Flags
): Promise<string[]> {
  if (flags.from === undefined) return [...new Set(args)]
  if (args.length > 0) throw new UsageError('give ids either as arguments or with --from, not both')
  const { ids, duplicates } = await readIds(context, flags.from)
  if (ids.length === 0) throw new UsageError(`no ids in ${flags.from}`)
  if (duplicates > 0) context.talk.note(`${duplicates} ids came more than once; each is done once`)
  return ids
}

/** `--reason`, with the ticket noted behind it. */
export function reasonWithTicket({ reason, ticket }: WriteFlags): string | undefined {
  if (!ticket) return reason
  return reason ? `${reason} [ticket ${ticket}]` : `[ticket ${ticket}]`
}

/**
 * The header that takes a reason into the audit log, for writes whose body has no place for one.
 * Headers are ASCII: everything else, and the percent sign, is percent-encoded.
 */
export function reasonHeader(reason: string | undefined): Record<string, string> {
  const text = reason?.trim()
  if (!text) return {}
  if (text.length > LONGEST_REASON || /\p{Cc}/u.test(text)) {
    throw new UsageError(`a reason is one line of at most ${LONGEST_REASON} characters`)
  }
  return { 'X-Reason': text.toWellFormed().replace(/[^\x20-\x7e]|%/gu, encodeURIComponent) }
}

/** Asks for what can be asked for, and names everything else that is missing in one error. */
export async function completeInput(
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
    const flag = isTrial(flags) ? undefined : missingConfirmation(confirmation, flags)
    // What level 3 wants typed depends on the ids; without them it cannot be named yet.
    const known = confirmation.level < 3 || !takesIds || ids.length > 0
    const alsoConfirm = !context.prompt.possible && known && flag
    throw missingInput(alsoConfirm ? [...missing, flag] : missing)
  }
  if (!isTrial(flags) && !context.prompt.possible) {
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

/** Nothing will be changed, so nothing has to be confirmed. */
export function isTrial({ dryRun, dryRunServer }: WriteFlags): boolean {
  return Boolean(dryRun || dryRunServer)
}
