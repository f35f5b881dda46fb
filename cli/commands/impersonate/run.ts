import { makeCommand, onRun } from '../../define/command.ts'
import { CliError, InterruptedError, UsageError } from '../../errors.ts'
import { look, startedBy, startOf, stopLooking } from '../../eyes.ts'
import { printAnswer } from '../api/call.ts'
import {
  addStartFlags,
  NOTHING_OPEN,
  PERMISSION,
  readLook,
  startBody,
  type StartFlags,
} from './shared.ts'
import type { Context } from '../../context.ts'
import type { ApiAnswer } from '../../http.ts'
import type { Eyes, Look, Start } from '../../eyes.ts'
import type { Command } from 'commander'

/** Start, one call, end: nothing is kept here, and nothing stays open. */
export default function run(context: Context): Command {
  const command = makeCommand('run', 'one look: start, call, end, whatever happens', {
    examples: [
      {
        what: 'one page; it is over before the prompt is back, also after Ctrl-C',
        line: 'souk impersonate run usr_01jd3x --reason "ticket 42" -- api /orders',
      },
    ],
    jsonFields: [],
    permission: PERMISSION,
  })
    .argument('<user-id>', 'a client or partner; never staff')
    .argument('<call...>', 'api [GET] <path>')
  return onRun<StartFlags>(addStartFlags(command), ([id, ...call], flags) =>
    runOnce(context, id, call, flags)
  )
}

async function runOnce(context: Context, id: string, call: string[], flags: StartFlags) {
  const request = readCall(call)
  const body = await startBody(context, id, flags)
  const answer = await within(context, body, request)
  await printAnswer(context, answer)
}

function readCall([command, ...words]: string[]): Look {
  if (command !== 'api') throw new UsageError('after -- comes a call: api /orders')
  return readLook(words)
}

async function within(context: Context, body: Start, request: Look): Promise<ApiAnswer> {
  let eyes: Eyes | undefined
  let outcome: { answer: ApiAnswer } | { error: unknown }
  try {
    const http = await context.http()
    eyes = await startedBy(context, await http.send(startOf(body)))
    outcome = { answer: await look(context, eyes, request) }
  } catch (error) {
    outcome = { error }
  }
  // a start whose answer was lost may have been one
  if (eyes || mayHaveStarted(outcome)) await end(context, eyes)
  if ('error' in outcome) throw outcome.error
  return outcome.answer
}

function mayHaveStarted(outcome: object): boolean {
  if (!('error' in outcome)) return true
  const { error } = outcome
  if (error instanceof InterruptedError) return true
  return error instanceof CliError && error.facts.mayHaveApplied === true
}

/** Signals have been heard by now: this request has a few seconds of its own. */
async function end(context: Context, eyes: Eyes | undefined): Promise<void> {
  try {
    await stopLooking(await context.closingHttp())
  } catch (error) {
    const isOver = error instanceof CliError && error.code === NOTHING_OPEN
    if (isOver) return
    const when = eyes ? `at ${eyes.expiresAt}` : 'after 30 minutes at most'
    context.talk.line(`warning: the impersonation could not be ended; it ends by itself ${when}`)
    if (!context.signal.aborted) throw error
  }
}
