/*
 * Every way a command can end, and the exit code each one has. Scripts depend on these numbers:
 * adding one is fine, changing the meaning of one is not.
 */

export const exitCodes = {
  done: 0,
  unexpected: 1,
  usage: 2,
  notFound: 3,
  auth: 4,
  refused: 5,
  tryLater: 6,
  partial: 7,
  pending: 8,
  unsupported: 9,
  interrupted: 130,
  cut: 141,
  terminated: 143,
} as const

/** What each exit code tells a script; printed by `souk help exit-codes`. */
export const exitCodeMeanings: [code: number, meaning: string][] = [
  [exitCodes.done, 'done (an empty list is also a success)'],
  [exitCodes.unexpected, 'unexpected: a bug here, or an answer that cannot be read'],
  [exitCodes.usage, 'usage: wrong or missing input, an unknown field, a confirmation not given'],
  [exitCodes.notFound, 'not found'],
  [exitCodes.auth, 'not logged in, login expired, or not allowed'],
  [exitCodes.refused, 'refused by a rule of the marketplace (the current state forbids it)'],
  [exitCodes.tryLater, 'try later: too many requests, server trouble, no network, time-out'],
  [exitCodes.partial, 'part of a bulk run failed'],
  [exitCodes.pending, 'a job is still pending'],
  [exitCodes.unsupported, 'this version is too old, or the server does not support the option'],
  [exitCodes.interrupted, 'declined at a question, or stopped with Ctrl-C'],
  [exitCodes.cut, 'the reader of a download went away before its end'],
  [exitCodes.terminated, 'stopped by SIGTERM'],
]

/** A 403 with this code wants a fresh proof that it is the owner. */
export const STEP_UP_REQUIRED = 'E_STEP_UP_REQUIRED'

/** One complaint of the server about one field of what was sent. */
export interface FieldProblem {
  field: string
  message: string
  rule?: string
}

/** Facts about a failure, for people and for `--json`. */
export interface ErrorFacts {
  hint?: string
  /** What a script must add so that the command runs without a terminal. */
  need?: string
  status?: number
  requestId?: string
  fields?: FieldProblem[]
  retryAfterSeconds?: number
  attempts?: number
  idempotencyKey?: string
  mayHaveApplied?: boolean
  run?: string
  cause?: unknown
}

/** A failure the user is told about in one sentence, never with a stack trace. */
export class CliError extends Error {
  readonly exitCode: number
  readonly code: string
  readonly facts: ErrorFacts

  constructor(exitCode: number, code: string, message: string, facts: ErrorFacts = {}) {
    super(message, { cause: facts.cause })
    this.name = new.target.name
    this.exitCode = exitCode
    this.code = code
    this.facts = facts
  }
}

/** The command line, a file or a setting is wrong: nothing was sent. */
export class UsageError extends CliError {
  constructor(message: string, facts: ErrorFacts & { code?: string } = {}) {
    super(exitCodes.usage, facts.code ?? 'usage', message, facts)
  }
}

/** No login, an expired login, or one that may not do this. */
export class AuthError extends CliError {
  constructor(code: string, message: string, facts: ErrorFacts = {}) {
    super(exitCodes.auth, code, message, facts)
  }
}

/** The server answered with an error status. */
export class ApiError extends CliError {
  constructor(status: number, code: string, message: string, facts: ErrorFacts = {}) {
    super(exitCodeForStatus(status), code, message, { ...facts, status })
  }
}

/** No usable answer came: refused connection, time-out, broken transfer. */
export class UnreachableError extends CliError {
  constructor(code: string, message: string, facts: ErrorFacts = {}) {
    super(exitCodes.tryLater, code, message, facts)
  }
}

/** A 2xx answer that is not what the API promises. */
export class UnreadableAnswerError extends CliError {
  constructor(message: string, facts: ErrorFacts = {}) {
    super(exitCodes.unexpected, 'unreadable_answer', message, facts)
  }
}

/** Some rows of a bulk run failed; each one is told on its own line. */
export class PartialFailureError extends CliError {
  constructor(message: string, facts: ErrorFacts = {}) {
    super(exitCodes.partial, 'partial_failure', message, facts)
  }
}

/** This version, or the server, cannot do what was asked. */
export class UnsupportedError extends CliError {
  constructor(message: string, facts: ErrorFacts = {}) {
    super(exitCodes.unsupported, 'unsupported', message, facts)
  }
}

/** The user said no. */
export class DeclinedError extends CliError {
  constructor(message = 'declined: nothing was changed') {
    super(exitCodes.interrupted, 'declined', message)
  }
}

// 128 and the number of the signal, as a shell reports it.
const signalExitCodes = {
  SIGINT: exitCodes.interrupted,
  SIGTERM: exitCodes.terminated,
  SIGHUP: 129,
}

/** Ctrl-C, SIGTERM, or a terminal that was closed. */
export class InterruptedError extends CliError {
  #signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'

  constructor(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', facts: ErrorFacts = {}) {
    super(signalExitCodes[signal], 'interrupted', 'interrupted', facts)
    this.#signal = signal
  }

  /** The same interruption with facts of its own. */
  copy(): InterruptedError {
    return new InterruptedError(this.#signal, { ...this.facts })
  }
}

/** The reader of stdout went away (`| head`): a normal end, not an error. */
export class BrokenPipeError extends CliError {
  constructor() {
    super(exitCodes.done, 'broken_pipe', 'the reader of the output went away')
  }
}

/** The reader of a download went away: what it has must not pass for whole. */
export class CutDownloadError extends CliError {
  constructor(written: number) {
    super(exitCodes.cut, 'cut', `the reader went away after ${written} bytes`)
  }
}

/** The exit code an HTTP status stands for. */
export function exitCodeForStatus(status: number): number {
  if (status === 401 || status === 403) return exitCodes.auth
  if (status === 404 || status === 410) return exitCodes.notFound
  if (status === 426) return exitCodes.unsupported
  if (status === 429 || status >= 500) return exitCodes.tryLater
  if (status === 400) return exitCodes.usage
  if (status > 400) return exitCodes.refused
  return exitCodes.unexpected
}
