/*
 * The state of the marketplace on one screen, once or again and again.
 */
import { describe, onRun } from '../define/command.ts'
import { CliError, exitCodes } from '../errors.ts'
import { parseDuration } from '../options.ts'
import { cleanLine } from '../output/clean.ts'
import { humanText, moneyText } from '../output/values.ts'
import { padToWidth, textWidth } from '../output/width.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Column, Row } from '../output/columns.ts'
import type { Money } from '../output/values.ts'

const GROUPS = ['users', 'partners', 'verifications', 'inquiries', 'leads', 'jobs']
const GAP = 4

interface Figure {
  name: string
  value: string
  /** Somebody should do something about it. */
  urgent?: boolean
}

interface Group {
  title: string
  figures: Figure[]
}

type Counts = Record<string, number>

export default function stats(command: Command, context: Context): void {
  describe(command, {
    examples: [
      { what: 'how are things', line: 'souk stats' },
      { what: 'on a screen on the wall', line: 'souk stats --watch 30s' },
      { what: 'one figure, for a script', line: 'souk stats --jq .verifications.waiting' },
    ],
    jsonFields: GROUPS,
    permission: 'analytics.read',
    endpoints: ['GET /admin/stats'],
  })
  command.option('--watch <duration>', 'ask again and again, such as 30s', parseDuration)
  onRun<{ watch?: number }>(command, async (_, { watch }) => {
    const http = await context.http()
    while (true) {
      try {
        await printStats(context, await http.get<Row>('/admin/stats'), watch !== undefined)
      } catch (error) {
        if (watch === undefined || !isPassing(error)) throw error
        context.talk.line(`no answer, trying again: ${(error as Error).message}`)
      }
      if (watch === undefined) return
      await context.clock.sleep(watch, context.signal)
    }
  })
}

/** A screen on the wall outlives a restart of the server. */
function isPassing(error: unknown): boolean {
  return error instanceof CliError && error.exitCode === exitCodes.tryLater
}

async function printStats(context: Context, data: Row, again: boolean): Promise<void> {
  const printer = await context.printer()
  if (printer.mode !== 'table') return printer.item(data, figureColumns(data))
  const groups = groupsOf(data, context.clock.now())
  const now = humanText(new Date(context.clock.now()).toISOString(), printer.time)
  const head = context.out.style('dim', now)
  const { columns } = context.out
  const screen = `${head}\n\n${layOut(groups, columns, (text) => context.out.style('bold', text))}`
  // Under --watch each look starts on an empty screen.
  await printer.text(again ? `\u001b[H\u001b[2J${screen}` : screen)
}

/** For programs every figure is a line of its own: `inquiries.byStatus.open`. */
function figureColumns(data: Row, prefix = ''): Column[] {
  return Object.entries(data).flatMap(([name, value]): Column[] => {
    const key = `${prefix}${name}`
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isGroup ? figureColumns(value as Row, `${key}.`) : [{ key }]
  })
}

function groupsOf(data: Row, now: number): Group[] {
  const [inquiries, leads] = [rowOf(data.inquiries), rowOf(data.leads)]
  const [waiting, jobs] = [rowOf(data.verifications), rowOf(data.jobs)]
  const ageOf = (at: unknown) =>
    typeof at === 'string' ? Math.max(0, now - Date.parse(at)) / 1000 : undefined
  return [
    {
      title: 'To do',
      figures: [
        urgent('verifications', waiting.waiting),
        { name: 'oldest waits', value: duration(ageOf(waiting.oldestWaitingSince)) },
        figure('jobs waiting', jobs.waiting),
        urgent('jobs failed', jobs.dead),
      ],
    },
    { title: 'Partners', figures: counted(data.partners) },
    {
      title: 'Inquiries',
      figures: [
        figure('last 7 days', inquiries.last7Days),
        figure('last 30 days', inquiries.last30Days),
        ...counted(inquiries.byStatus),
      ],
    },
    { title: 'Leads', figures: counted(leads.byStatus) },
    {
      title: 'Leads, last 30 days',
      figures: [
        { name: 'answered', value: percent(leads.responseRate) },
        { name: 'median answer', value: duration(leads.medianAnswerSeconds) },
        ...moneyOf(leads.won).map((sum) => ({ name: 'won', value: moneyText(sum) })),
      ],
    },
    { title: 'Accounts', figures: counted(data.users) },
  ]
}

function rowOf(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {}
}

function moneyOf(value: unknown): Money[] {
  return Array.isArray(value) ? value : []
}

function counted(counts: unknown): Figure[] {
  return Object.entries(rowOf(counts) as Counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => figure(cleanLine(name).replaceAll('_', ' '), count))
}

function figure(name: string, count: unknown): Figure {
  return { name, value: typeof count === 'number' ? count.toLocaleString('en') : '–' }
}

function urgent(name: string, count: unknown): Figure {
  return { ...figure(name, count), urgent: typeof count === 'number' && count > 0 }
}

function percent(rate: unknown): string {
  return typeof rate === 'number' ? `${(rate * 100).toFixed(1)} %` : '–'
}

/** `10 h`, `1 d 4 h`, `35 min`: the two largest units are enough for a look. */
export function duration(seconds: unknown): string {
  if (typeof seconds !== 'number') return '–'
  const minutes = Math.round(seconds / 60)
  if (minutes === 0) return `${Math.round(seconds)} s`
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const
  const shown = parts.filter(([count]) => count > 0).slice(0, 2)
  return shown.map(([count, unit]) => `${count} ${unit}`).join(' ')
}

type Block = { text: string; strong: boolean }[]

/** As many groups beside each other as the width allows. */
function layOut(groups: Group[], width: number, bold: (text: string) => string): string {
  const blocks = groups.filter(({ figures }) => figures.length > 0).map(blockOf)
  let widths: number[] = []
  for (let perRow = blocks.length; perRow > 0; perRow--) {
    widths = columnWidths(blocks, perRow)
    if (widths.reduce((sum, one) => sum + one + GAP, -GAP) <= width) break
  }
  const rows: string[] = []
  for (let start = 0; start < blocks.length; start += widths.length) {
    rows.push(rowOfBlocks(blocks.slice(start, start + widths.length), widths, bold))
  }
  return rows.join('\n')
}

/** Of each column the longest line, when so many blocks are in a row. */
function columnWidths(blocks: Block[], perRow: number): number[] {
  return Array.from({ length: perRow }, (_, column) => {
    const below = blocks.filter((_block, index) => index % perRow === column)
    return Math.max(0, ...below.flat().map((line) => textWidth(line.text)))
  })
}

function rowOfBlocks(row: Block[], widths: number[], bold: (text: string) => string): string {
  const height = Math.max(...row.map((block) => block.length))
  const lines = Array.from({ length: height }, (_, index) =>
    row
      .map((block, column) => {
        const { text, strong } = block[index] ?? { text: '', strong: false }
        const gap = ' '.repeat(widths[column] - textWidth(text) + GAP)
        return (strong ? bold(text) : text) + gap
      })
      .join('')
      .trimEnd()
  )
  return `${lines.join('\n')}\n`
}

function blockOf({ title, figures }: Group): Block {
  const names = Math.max(...figures.map(({ name }) => textWidth(name)))
  const values = Math.max(...figures.map(({ value }) => textWidth(value)))
  return [
    { text: title.toUpperCase(), strong: true },
    ...figures.map(({ name, value, urgent: strong = false }) => ({
      text: `${padToWidth(name, names)}  ${padToWidth(value, values, 'left')}`,
      strong,
    })),
  ]
}
