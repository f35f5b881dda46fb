/*
 * Why no answer came, in words, and what follows from it: may the request be repeated, and may the
 * server have carried it out all the same?
 */
import { CliError, InterruptedError, UnreachableError, exitCodes } from '../errors.ts'
import type { Prepared } from './request.ts'

export interface Failure {
  error: UnreachableError
  /** Another try may succeed. */
  passing: boolean
  /** The server may have read the request. */
  uncertain: boolean
}

/** Nothing came within the time limit. */
export function timedOut({ url }: Prepared, timeoutMs: number): Failure {
  const message = `${url.host} did not answer within ${timeoutMs / 1000} s`
  return { error: new UnreachableError('timeout', message), passing: true, uncertain: true }
}

/** What the network layer threw. */
export function explainFailure({ url }: Prepared, cause: unknown): Failure {
  const { code = 'network', message } = cause as NodeJS.ErrnoException
  const known = networkFailures(url.host)[code]
  if (known) {
    const error = new UnreachableError(known.code, known.message, { cause, hint: known.hint })
    return { error, passing: known.passing, uncertain: false }
  }
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code)) {
    const error = new UnreachableError('tls', `no safe connection to ${url.host}: ${code}`, {
      hint: 'NODE_EXTRA_CA_CERTS=FILE trusts a private authority',
    })
    return { error, passing: false, uncertain: false }
  }
  // Anything else broke on the way: the server may have read the request.
  const broken = `the connection to ${url.host} broke (${message})`
  const error = new UnreachableError('network', broken, { cause })
  return { error, passing: true, uncertain: true }
}

/** Says of a failed write whether it may have been applied, and how to repeat it safely. */
export function withWriteFacts(prepared: Prepared, error: unknown): unknown {
  if (!(error instanceof CliError)) return error
  error.facts.attempts = prepared.attempts
  const open = [
    exitCodes.tryLater,
    exitCodes.interrupted,
    exitCodes.terminated,
    exitCodes.unexpected,
  ]
  if (!prepared.key || !open.includes(error.exitCode as (typeof open)[number])) return error
  // An interruption carries one shared reason: each write adds its own facts to a copy.
  const told = error instanceof InterruptedError ? error.copy() : error
  told.facts.idempotencyKey = prepared.key
  told.facts.mayHaveApplied = prepared.uncertain || error.exitCode === exitCodes.unexpected
  return told
}

function networkFailures(
  host: string
): Record<string, { code: string; message: string; passing: boolean; hint?: string }> {
  const unknownHost = {
    code: 'dns',
    message: `there is no host ${host}`,
    passing: false,
    hint: 'souk auth status shows where the address comes from',
  }
  return {
    ECONNREFUSED: {
      code: 'connection_refused',
      message: `nothing listens at ${host}`,
      passing: true,
      hint: 'is the server running? (npm start)',
    },
    ENOTFOUND: unknownHost,
    EAI_AGAIN: {
      ...unknownHost,
      message: `the name ${host} cannot be looked up now`,
      passing: true,
    },
    EHOSTUNREACH: { code: 'network', message: `no way to ${host}`, passing: true },
    ENETUNREACH: { code: 'network', message: `no way to ${host}`, passing: true },
  }
}
