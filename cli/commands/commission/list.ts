import { makeCommand, onRun } from '../../define/command.ts'
import { fieldNames } from '../../define/list.ts'
import { percentText } from '../../money.ts'
import { PERMISSION } from './shared.ts'
import type { Verb } from '../../define/command.ts'
import type { Column, Row } from '../../output/columns.ts'
import type { Section } from '../../output/printer.ts'

const columns: Column[] = [
  { key: 'version' },
  {
    key: 'defaultBps',
    title: 'without a rule',
    value: ({ defaultBps }) => percentText(Number(defaultBps)),
  },
]

const rules: Section = {
  title: 'Rules, the first that holds decides',
  rows: (data) => (data.rules as Row[]) ?? [],
  columns: [
    { key: 'name' },
    { key: 'bps', title: 'keeps', value: ({ bps }) => percentText(Number(bps)) },
    { key: 'partnerId', title: 'partner', id: true },
    { key: 'categoryId', title: 'category', id: true },
    { key: 'listingKind', title: 'kind' },
  ],
}

const list: Verb = (context) => {
  const command = makeCommand('list', 'what the platform keeps of a sale, rule by rule', {
    examples: [
      { what: 'the rules in their order', line: 'souk commission list' },
      { what: 'to change them', line: 'souk commission list --json > rules.json' },
    ],
    jsonFields: fieldNames(columns, ['rules']),
    permission: PERMISSION,
    endpoints: ['GET /admin/commission-rules'],
  })
  return onRun(command, async () => {
    const [http, printer] = [await context.http(), await context.printer()]
    await printer.item(await http.get<Row>('/admin/commission-rules'), columns, [rules])
  })
}

export default list
