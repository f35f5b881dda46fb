import { Option } from 'commander'
import { makeCommand, onRun } from '../../define/command.ts'
import { fieldNames, filterOption, queryOf } from '../../define/list.ts'
import { UsageError } from '../../errors.ts'
import { parseDuration, parseWhole } from '../../options.ts'
import { cleanLine } from '../../output/clean.ts'
import { humanText } from '../../output/values.ts'
import { columns, filters, moreFields, PATH, PERMISSION } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Query } from '../../http.ts'
import type { Row } from '../../output/columns.ts'

/** A line may be committed behind a younger one: so far back is looked again. */
const LOOK_BACK = 60_000
const LARGEST_PAGE = 100

type Flags = Record<string, unknown> & { lines: number; follow?: boolean; interval: number }

export default function tail(context: Context): Command {
  const command = makeCommand(
    'tail',
    'the newest lines, oldest first; with --follow as they come',
    {
      examples: [
        { what: 'the last ten', line: 'souk audit tail --lines 10' },
        { what: 'watch the refunds', line: "souk audit tail --follow --action 'refund.*'" },
        { what: 'into a log shipper', line: 'souk audit tail --follow --ndjson' },
      ],
      jsonFields: fieldNames(columns, moreFields),
      permission: PERMISSION,
    }
  )
  for (const filter of filters) command.addOption(filterOption(filter))
  command
    .addOption(
      new Option('--lines <n>', 'how many to begin with').default(20).argParser(parseLines)
    )
    .option('--follow', 'go on with what comes, until Ctrl-C')
    .addOption(
      new Option('--interval <duration>', 'how often --follow asks')
        .default(2000, '2s')
        .argParser(parseDuration)
    )
  return onRun<Flags>(command, (_, flags) => runTail(context, flags))
}

const parseLines = (text: string) => parseWhole(text, 1, 1000)

async function runTail(context: Context, flags: Flags): Promise<void> {
  const printer = await context.printer()
  if (flags.follow && (printer.mode === 'json' || printer.mode === 'jq'))
    throw new UsageError('--follow never ends: --ndjson prints an object a line')
  const pages = lines(context, queryOf(filters, flags), flags)
  await printer.list(pages, columns, (row) => lineOf(row, printer.time))
}

async function* lines(context: Context, query: Query, flags: Flags): AsyncGenerator<Row[]> {
  const first = await collect(context, query, flags.lines)
  yield first
  const seen = new Map(first.map((row) => [String(row.id), timeOf(row)]))
  // the server's clock decides: what is asked for begins at what it has told
  let newest = Math.max(0, ...seen.values())
  while (flags.follow) {
    await context.clock.sleep(flags.interval, context.signal)
    const since = newest === 0 ? undefined : new Date(newest - LOOK_BACK).toISOString()
    const found = await collect(context, { ...query, since }, Infinity)
    const fresh = found.filter((row) => !seen.has(String(row.id)))
    for (const row of fresh) seen.set(String(row.id), timeOf(row))
    newest = Math.max(newest, ...fresh.map(timeOf))
    for (const [id, time] of seen) if (time < newest - 2 * LOOK_BACK) seen.delete(id)
    if (fresh.length > 0) yield fresh
  }
}

/** The newest lines, at most so many; oldest first. */
async function collect(context: Context, query: Query, most: number): Promise<Row[]> {
  const http = await context.http()
  const found: Row[] = []
  let cursor: string | undefined
  do {
    const limit = Math.min(LARGEST_PAGE, most - found.length)
    const { rows, meta } = await http.page<Row>(PATH, { ...query, limit, cursor })
    found.push(...rows)
    cursor = meta.nextCursor ?? undefined
  } while (cursor && found.length < most)
  return found.reverse()
}

const timeOf = (row: Row) => Date.parse(String(row.createdAt))

/** `2026-01-31 09:05  Ada Admin  order.moved  ord_01jd3x  by bike` */
function lineOf(row: Row, time: Parameters<typeof humanText>[1]): string {
  const { actor, subject, reason } = row as Record<string, Row | undefined>
  const parts = [
    humanText(row.createdAt, time),
    actor?.name ?? 'the system',
    row.action,
    subject?.id,
    reason,
  ]
  return `${parts
    .filter(Boolean)
    .map((part) => cleanLine(String(part)))
    .join('  ')}\n`
}
