import { makeCommand, onRun } from '../../define/command.ts'
import { CliError, exitCodes } from '../../errors.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Column, Row } from '../../output/columns.ts'
import { PERMISSION } from './shared.ts'

interface Stretch extends Row {
  isSound: boolean
  differenceCount: number
  differences: { message: string }[]
  seals: number
  entries: number
  nextSeal: number | null
}

const SUMMED = ['differenceCount', 'seals', 'entries', 'redacted', 'otherKey'] as const
const SHOWN = 20

const columns: Column[] = [
  { key: 'isSound', title: 'sound' },
  { key: 'differenceCount', title: 'differences' },
  { key: 'seals' },
  { key: 'entries', title: 'lines' },
  { key: 'redacted', title: 'erased' },
  { key: 'otherKey', title: 'signed with another key' },
  { key: 'unsealed.entries', title: 'not sealed yet' },
  { key: 'lastSeal.id', title: 'last seal' },
  { key: 'lastSeal.hash', title: 'its hash' },
]

export default function verify(context: Context): Command {
  const command = makeCommand('verify', 'compare the audit trail with its seals', {
    examples: [
      { what: 'was anything changed', line: 'souk audit verify' },
      { what: 'the hash to keep elsewhere', line: 'souk audit verify --jq .lastSeal.hash' },
    ],
    jsonFields: [
      ...new Set([...columns.map(({ key }) => key.split('.')[0]), 'differences', 'nextSeal']),
    ],
    permission: PERMISSION,
    endpoints: ['GET /admin/audit/verification'],
  })
  return onRun(command, async () => {
    const report = await wholeReport(context)
    await (
      await context.printer()
    ).item(report, columns, [
      {
        title: 'differences',
        rows: ({ differences }) => differences as Row[],
        columns: [{ key: 'message' }],
      },
    ])
    if (report.isSound) return context.talk.line('nothing was changed')
    const { differenceCount, differences } = report
    throw new CliError(
      exitCodes.refused,
      'changed',
      `${differenceCount} differences; the first: ${differences[0].message}`
    )
  })
}

/** The server looks at a hundred seals at a time. */
async function wholeReport(context: Context): Promise<Stretch> {
  const http = await context.http()
  let whole: Stretch | undefined
  for (let afterSeal: number | null = 0; afterSeal !== null;) {
    const part: Stretch = await http.get<Stretch>('/admin/audit/verification', { afterSeal })
    whole = whole ? joined(whole, part) : part
    afterSeal = part.nextSeal
    if (afterSeal !== null) context.talk.note(`${whole.entries} lines so far`)
  }
  return whole!
}

function joined(before: Stretch, part: Stretch): Stretch {
  const sums = Object.fromEntries(
    SUMMED.map((key) => [key, Number(before[key]) + Number(part[key])])
  )
  return {
    ...part,
    ...(sums as Pick<Stretch, 'differenceCount' | 'seals' | 'entries'>),
    isSound: before.isSound && part.isSound,
    differences: [...before.differences, ...part.differences].slice(0, SHOWN),
  }
}
