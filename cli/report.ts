/*
 * The one place where an error becomes text: a sentence, its details and the next command, or one
 * JSON object. Always on stderr; stdout stays empty on failure.
 */
import { CliError, STEP_UP_REQUIRED, UsageError, exitCodes } from './errors.ts'
import { cleanLine } from './output/clean.ts'
import type { Context } from './context.ts'
import type { ErrorFacts } from './errors.ts'

/** Tells the error and returns the exit code it stands for. */
export function reportError(context: Context, thrown: unknown): number {
  const error = context.signal.aborted ? interruption(context, thrown) : asCliError(thrown)
  if (error.exitCode === exitCodes.done) return error.exitCode
  const lacksPermission = error.facts.status === 403 && error.code !== STEP_UP_REQUIRED
  if (context.permission && lacksPermission) {
    error.facts.hint = `this needs the permission ${context.permission}; a senior_admin can grant it`
  }
  if (context.wantsJson) {
    context.talk.line(JSON.stringify({ error: asJson(error, context) }))
    return error.exitCode
  }
  const [first, ...rest] = sentences(error).map(cleanLine)
  context.talk.line(`${context.talk.style('red', 'error:')} ${first}`)
  for (const line of rest) context.talk.line(line)
  if (error.exitCode === exitCodes.unexpected && context.flags.debug && error.stack) {
    context.talk.line(error.stack)
  }
  return error.exitCode
}

/** Whatever broke while the command was being stopped, it was stopped. */
function interruption(context: Context, thrown: unknown): CliError {
  if (thrown instanceof CliError && thrown.code === 'interrupted') return thrown
  return context.signal.reason as CliError
}

function asCliError(thrown: unknown): CliError {
  if (thrown instanceof CliError) return thrown
  const { code, message = String(thrown) } = thrown as { code?: string; message?: string }
  if (code?.startsWith('commander.')) return usageOf(code, message)
  return new CliError(exitCodes.unexpected, 'unexpected', `unexpected: ${message}`, {
    cause: thrown,
    hint: 'this is a bug of souk; --debug shows where',
  })
}

/** Commander's usage errors, in our words: its sentences start with `error:` and may end with a guess. */
function usageOf(code: string, message: string): UsageError {
  const [sentence, guess] = message.replace(/^error: /, '').split('\n')
  return new UsageError(sentence, {
    code: code.replace('commander.', '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    hint: guess?.replace(/^\(?D/, 'd').replace(/\)$/, ''),
  })
}

function sentences(error: CliError): string[] {
  const { facts } = error
  const lines = [error.message]
  for (const { field, message } of facts.fields ?? []) lines.push(`  ${field}: ${message}`)
  if (facts.mayHaveApplied) lines.push('It is not known whether this was applied.')
  if (facts.idempotencyKey) {
    const repeat = facts.mayHaveApplied ? 'Repeat safely with' : 'Nothing was applied. Repeat with'
    lines.push(`${repeat} --idempotency-key ${facts.idempotencyKey}`)
  }
  if (facts.hint) lines.push(`hint: ${facts.hint}`)
  if (facts.requestId) lines.push(`request: ${facts.requestId}`)
  return lines
}

function asJson(error: CliError, context: Context): Record<string, unknown> {
  const { cause: untold, ...facts } = error.facts as ErrorFacts
  return { code: error.code, message: context.redactor.text(error.message), ...facts }
}
