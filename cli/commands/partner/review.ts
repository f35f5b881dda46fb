/*
 * The verification queue by keyboard, one partner at a time. Nothing is kept here between two
 * reviews: what was decided has left the queue, so leaving and coming back goes on where it was.
 */
import { showTarget } from '../../confirm.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { pathWithId } from '../../define/show.ts'
import { CliError, UsageError, exitCodes } from '../../errors.ts'
import { cleanLine } from '../../output/clean.ts'
import { listPages } from '../../paging.ts'
import { PERMISSION, WAITING, partnerFile } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Row } from '../../output/columns.ts'

const KEYS = ['a', 'r', 's', 'o', 'q']

interface Tally {
  approved: number
  rejected: number
  skipped: number
}

export default function partnerReview(context: Context): Command {
  const command = makeCommand('review', 'decide on the queue by keyboard, one by one', {
    examples: [
      { what: 'a approve, r reject, s skip, o documents, q quit', line: 'souk partner review' },
    ],
    permission: PERMISSION,
  })
  return onRun(command, () => runReview(context))
}

async function runReview(context: Context): Promise<void> {
  if (!context.prompt.possible) {
    throw new UsageError('a review needs a terminal', {
      code: 'no_terminal',
      hint: 'souk partner approve --from FILE and souk partner reject --from FILE work without one',
    })
  }
  const printer = await context.printer()
  if (printer.isJson || printer.mode === 'format') {
    throw new UsageError('a review is for people; it prints no JSON')
  }
  await showTarget(context)
  const tally: Tally = { approved: 0, rejected: 0, skipped: 0 }
  await reviewQueue(context, tally)
  const { approved, rejected, skipped } = tally
  await printer.text(`${approved} approved, ${rejected} rejected, ${skipped} skipped\n`)
}

async function reviewQueue(context: Context, tally: Tally): Promise<void> {
  const pages = listPages(context, '/admin/verifications', { status: WAITING }, { all: true })
  let empty = true
  for await (const page of pages) {
    for (const { partnerId } of page) {
      empty = false
      if (!(await reviewOne(context, String(partnerId), tally))) return
    }
  }
  context.talk.line(empty ? 'the queue is empty' : 'that was the last one')
}

/** Resolves to false when the reviewer quits. */
async function reviewOne(context: Context, id: string, tally: Tally): Promise<boolean> {
  const [http, printer] = [await context.http(), await context.printer()]
  const file = await http.get<Row>(pathWithId('/admin/verifications/:id', id))
  await context.out.write('\n')
  await printer.item(file, partnerFile.columns, partnerFile.sections)
  const name = cleanLine(String((file.partner as Row)?.businessName ?? id))

  while (true) {
    context.talk.line(`\n${name}: [a]pprove  [r]eject  [s]kip  d[o]cuments  [q]uit`)
    const key = await context.prompt.key(KEYS)
    if (key === 'q') return false
    if (key === 's') return (tally.skipped++, true)
    if (key === 'o') listDocuments(context, id, file)
    else if (await decide(context, id, name, key === 'a', tally)) return true
  }
}

/** Resolves to false when nothing was decided, and the same partner is to be shown again. */
async function decide(
  context: Context,
  id: string,
  name: string,
  approve: boolean,
  tally: Tally
): Promise<boolean> {
  const reason = approve
    ? undefined
    : await context.prompt.text('Reason (goes to the partner; empty to go back):')
  if (!approve && !reason) return false
  const http = await context.http()
  try {
    await http.send({
      method: 'PUT',
      path: pathWithId('/admin/verify/:id', id),
      body: { decision: approve ? 'approve' : 'reject', reason },
    })
  } catch (error) {
    // Somebody else was faster: told, and on to the next one.
    if (!(error instanceof CliError) || error.exitCode !== exitCodes.refused) throw error
    context.talk.line(`refused: ${cleanLine(error.message)}`)
    tally.skipped++
    return true
  }
  tally[approve ? 'approved' : 'rejected']++
  context.talk.line(`${approve ? 'approved' : 'rejected'}  ${id}  ${name}`)
  return true
}

function listDocuments(context: Context, partnerId: string, file: Row): void {
  const documents = partnerFile.sections[1].rows(file)
  if (documents.length === 0) context.talk.line('there are no documents')
  for (const { id, kind, fileName } of documents) {
    const what = `${cleanLine(String(kind))}  ${cleanLine(String(fileName))}`
    context.talk.line(`${what}  souk partner document ${partnerId} ${cleanLine(String(id))}`)
  }
}
