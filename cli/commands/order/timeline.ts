import { makeCommand, onRun } from '../../define/command.ts'
import { pathWithId } from '../../ids.ts'
import { READ } from './shared.ts'
import type { Verb } from '../../define/command.ts'
import type { Column, Row } from '../../output/columns.ts'

const columns: Column[] = [
  { key: 'at', title: 'when' },
  { key: 'partnerOrderId', title: 'part', id: true },
  { key: 'from' },
  { key: 'to' },
  { key: 'actorRole', title: 'by' },
  { key: 'actorId', title: 'who', id: true },
  { key: 'reason' },
]

const timeline: Verb = (context) => {
  const command = makeCommand('timeline', 'each step of an order and its parts, oldest first', {
    examples: [{ what: 'who did what when', line: 'souk order timeline ord_01jd3x' }],
    jsonFields: columns.map(({ key }) => key),
    permission: READ,
  }).argument('<order-id>')
  return onRun(command, async ([id]) => {
    const [http, printer] = [await context.http(), await context.printer()]
    const order = await http.get<Row>(pathWithId('/orders/:id', id))
    await printer.list([(order.history as Row[] | null) ?? []], columns)
  })
}

export default timeline
