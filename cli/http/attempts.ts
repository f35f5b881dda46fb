/*
 * The attempts of one request: passing failures (429, 5xx, network) are repeated, as the server
 * asks, and this is said; while an answer is awaited, something is shown.
 */
import { CliError } from '../errors.ts'
import { explainFailure, timedOut, withWriteFacts } from './failures.ts'
import { follow } from './redirects.ts'
import { LONGEST_ASKED_WAIT_MS, isPassing, parseRetryAfter, waitBefore } from './retry.ts'
import type { Clock } from '../clock.ts'
import type { TalkOutput } from '../terminal.ts'
import type { Incoming } from './exchange.ts'
import type { Failure } from './failures.ts'
import type { Prepared } from './request.ts'
import type { Trace } from './trace.ts'

const LONGEST_TIMER_MS = 2 ** 31 - 1
/** A person should see within a tenth of a second that something is going on. */
const SHOW_WAITING_AFTER_MS = 90
const SAY_STILL_WAITING_EVERY_MS = 10_000
/** These statuses come from something in front of a server that may have gone on working. */
const OUTCOME_UNKNOWN = [500, 502, 504]

export type Attempt = ({ kind: 'answer' } & Incoming) | ({ kind: 'failure' } & Failure)

interface Options {
  timeoutMs: number
  retries: number
  trace: Trace
  talk: TalkOutput
  clock: Clock
  signal: AbortSignal
}

export class Attempts {
  #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Tries until there is an answer to go by, or no use in trying again. */
  async untilSettled(prepared: Prepared): Promise<Attempt> {
    const { retries, clock, signal, talk } = this.#options
    for (let repeat = 0; ; repeat++) {
      const attempt = await this.#once(prepared)
      const passing = attempt.kind === 'failure' ? attempt.passing : isPassing(attempt.status)
      if (!passing || isAccepted(prepared, attempt) || repeat >= retries) return attempt

      const asked =
        attempt.kind === 'answer'
          ? parseRetryAfter(attempt.headers.get('retry-after'), clock.now())
          : undefined
      if (asked !== undefined && asked > LONGEST_ASKED_WAIT_MS) return attempt
      const wait = waitBefore(repeat, asked, clock.random())
      const reason =
        attempt.kind === 'answer' ? `the server answered ${attempt.status}` : attempt.error.message
      talk.note(`${reason}; repeat ${repeat + 1} of ${retries} in ${(wait / 1000).toFixed(1)} s`)
      try {
        await clock.sleep(wait, signal)
      } catch (error) {
        throw withWriteFacts(prepared, error)
      }
    }
  }

  async #once(prepared: Prepared): Promise<Attempt> {
    const { clock, signal, timeoutMs, trace } = this.#options
    const started = clock.now()
    const timeout = AbortSignal.timeout(Math.min(timeoutMs, LONGEST_TIMER_MS))
    const stopWaiting = this.#showWaiting(prepared)
    prepared.attempts++
    trace.request(prepared)
    try {
      const answer = await follow(prepared, AbortSignal.any([signal, timeout]))
      trace.answer(answer, clock.now() - started)
      if (OUTCOME_UNKNOWN.includes(answer.status)) prepared.uncertain = true
      return { kind: 'answer', ...answer }
    } catch (error) {
      if (signal.aborted) {
        prepared.uncertain = true
        throw withWriteFacts(prepared, signal.reason)
      }
      if (error instanceof CliError) throw error
      const failure = timeout.aborted
        ? timedOut(prepared, timeoutMs)
        : explainFailure(prepared, error)
      if (failure.uncertain) prepared.uncertain = true
      return { kind: 'failure', ...failure }
    } finally {
      stopWaiting()
    }
  }

  /** Shows on stderr that a request is under way; returns the function that ends it. */
  #showWaiting(prepared: Prepared): () => void {
    const { talk, clock } = this.#options
    const started = clock.now()
    const seconds = () => Math.round((clock.now() - started) / 1000)
    const interval = talk.isTTY ? 1000 : SAY_STILL_WAITING_EVERY_MS
    const say = () => {
      if (talk.isTTY) talk.status(`… ${prepared.method} ${prepared.url.pathname}  ${seconds()} s`)
      else talk.note(`still waiting for ${prepared.url.host} (${seconds()} s)`)
    }
    const first = talk.isTTY ? setTimeout(say, SHOW_WAITING_AFTER_MS) : undefined
    const timer = setInterval(say, interval)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
      talk.clearStatus()
    }
  }
}

/** The caller takes this status for an answer to its question. */
function isAccepted({ request }: Prepared, attempt: Attempt): boolean {
  return attempt.kind === 'answer' && Boolean(request.accept?.includes(attempt.status))
}
