/*
 * A queue by keyboard, one object at a time. Nothing is kept here between two reviews: what was
 * decided has left the queue, so leaving and coming back goes on where it was.
 */
import { showTarget } from '../confirm.ts'
import { CliError, UsageError, exitCodes } from '../errors.ts'
import { cleanLine } from '../output/clean.ts'
import { listPages } from '../paging.ts'
import { makeCommand, onRun } from './command.ts'
import type { Context } from '../context.ts'
import type { ApiRequest, Query } from '../http.ts'
import type { Column, Row } from '../output/columns.ts'
import type { Section } from '../output/printer.ts'
import type { Example, Verb } from './command.ts'

/** One of the two ways a review can go. */
interface Decision {
  key: string
  /** `[a]pprove` */
  label: string
  /** Past tense: `approved`. */
  outcome: string
}

export interface ReviewSpec {
  summary: string
  permission: string
  examples: Example[]
  /** What does the same without a terminal. */
  hint: string
  queue: { path: string; query: Query }
  idOf: (row: Row) => string
  /** The path of the whole object. */
  pathOf: (id: string) => string
  page: { columns: Column[]; sections: Section[] }
  nameOf: (object: Row) => unknown
  accept: Decision
  /** Always has a reason, which is asked for. */
  refuse: Decision
  request: (id: string, accepts: boolean, reason: string | undefined) => ApiRequest
  /** One more key, that decides nothing. */
  look?: { key: string; label: string; run: (context: Context, id: string, object: Row) => void }
}

interface Tally {
  accepted: number
  refused: number
  skipped: number
}

/** A verb that goes through a queue by keys. */
export function defineReview(spec: ReviewSpec): Verb {
  return (context) => {
    const { summary, examples, permission } = spec
    const command = makeCommand('review', summary, { examples, permission })
    return onRun(command, () => runReview(context, spec))
  }
}

async function runReview(context: Context, spec: ReviewSpec): Promise<void> {
  if (!context.prompt.possible) {
    throw new UsageError('a review needs a terminal', { code: 'no_terminal', hint: spec.hint })
  }
  const printer = await context.printer()
  if (printer.isJson || printer.mode === 'format') {
    throw new UsageError('a review is for people; it prints no JSON')
  }
  await showTarget(context)
  const tally: Tally = { accepted: 0, refused: 0, skipped: 0 }
  await reviewQueue(context, spec, tally)
  const { accept, refuse } = spec
  const counts = `${tally.accepted} ${accept.outcome}, ${tally.refused} ${refuse.outcome}`
  await printer.text(`${counts}, ${tally.skipped} skipped\n`)
}

async function reviewQueue(context: Context, spec: ReviewSpec, tally: Tally): Promise<void> {
  const { path, query } = spec.queue
  let empty = true
  for await (const page of listPages(context, path, query, { all: true })) {
    for (const row of page) {
      empty = false
      if (!(await reviewOne(context, spec, spec.idOf(row), tally))) return
    }
  }
  context.talk.line(empty ? 'the queue is empty' : 'that was the last one')
}

/** Resolves to false when the reviewer quits. */
async function reviewOne(
  context: Context,
  spec: ReviewSpec,
  id: string,
  tally: Tally
): Promise<boolean> {
  const [http, printer] = [await context.http(), await context.printer()]
  const object = await http.get<Row>(spec.pathOf(id))
  await context.out.write('\n')
  await printer.item(object, spec.page.columns, spec.page.sections)
  const name = cleanLine(String(spec.nameOf(object) ?? id))

  const { accept, refuse, look } = spec
  const labels = [accept.label, refuse.label, '[s]kip', ...(look ? [look.label] : []), '[q]uit']
  const keys = [accept.key, refuse.key, 's', 'q', ...(look ? [look.key] : [])]
  while (true) {
    context.talk.line(`\n${name}: ${labels.join('  ')}`)
    const key = await context.prompt.key(keys)
    if (key === 'q') return false
    if (key === 's') return (tally.skipped++, true)
    if (key === look?.key) look.run(context, id, object)
    else if (await decide(context, spec, id, name, key === accept.key, tally)) return true
  }
}

/** Resolves to false when nothing was decided, and the same object is to be shown again. */
async function decide(
  context: Context,
  spec: ReviewSpec,
  id: string,
  name: string,
  accepts: boolean,
  tally: Tally
): Promise<boolean> {
  const reason = accepts
    ? undefined
    : await context.prompt.text('Reason (goes to the partner; empty to go back):')
  if (!accepts && !reason) return false
  const http = await context.http()
  try {
    await http.send(spec.request(id, accepts, reason))
  } catch (error) {
    // Somebody else was faster: told, and on to the next one.
    if (!(error instanceof CliError) || error.exitCode !== exitCodes.refused) throw error
    context.talk.line(`refused: ${cleanLine(error.message)}`)
    tally.skipped++
    return true
  }
  tally[accepts ? 'accepted' : 'refused']++
  const { outcome } = accepts ? spec.accept : spec.refuse
  context.talk.line(`${outcome}  ${id}  ${name}`)
  return true
}
