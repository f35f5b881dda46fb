import { makeCommand, onRun } from '../../define/command.ts'
import { pathWithId } from '../../ids.ts'
import { MONEY } from './shared.ts'
import type { Verb } from '../../define/command.ts'
import type { Column, Row } from '../../output/columns.ts'

const columns: Column[] = [
  { key: 'currency' },
  { key: 'pending' },
  { key: 'available' },
  { key: 'held' },
  { key: 'inFlight', title: 'in flight' },
  { key: 'debt' },
]

const balance: Verb = (context) => {
  const command = makeCommand('balance', 'what a partner has, a line for each currency', {
    examples: [
      { what: 'one partner', line: 'souk partner balance prt_01jd3x' },
      {
        what: 'what may be withdrawn, in minor units',
        line: "souk partner balance prt_01jd3x --jq '.[].available'",
      },
    ],
    jsonFields: columns.map(({ key }) => key),
    permission: MONEY,
    endpoints: ['GET /admin/partners/:id/balance'],
  }).argument('<partner-id>')
  return onRun(command, async ([id]) => {
    const [http, printer] = [await context.http(), await context.printer()]
    const rows = await http.get<Row[]>(pathWithId('/admin/partners/:id/balance', id))
    await printer.list([rows], columns)
    if (rows.length === 0 && printer.mode === 'table') context.talk.note('never had any money')
  })
}

export default balance
