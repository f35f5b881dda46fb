import { settings } from '../../config.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Column } from '../../output/columns.ts'

const columns: Column[] = [{ key: 'name', id: true }, { key: 'value' }, { key: 'description' }]

export default function configList(context: Context): Command {
  const command = makeCommand('list', 'all settings', {
    examples: [{ what: 'what can be set', line: 'souk config list' }],
    jsonFields: columns.map(({ key }) => key),
  })
  return onRun(command, async () => {
    const [config, printer] = [await context.config(), await context.printer()]
    const rows = Object.entries(settings).map(([name, { description }]) => ({
      name,
      value: config.settings[name] ?? null,
      description,
    }))
    await printer.list([rows], columns)
  })
}
