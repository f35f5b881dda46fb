import { makeCommand, onRun } from '../../define/command.ts'
import { profileColumns, profileRow } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function profileShow(context: Context): Command {
  const command = makeCommand('show', 'one environment', {
    examples: [
      { what: 'the one in use', line: 'souk profile show' },
      { what: 'another one', line: 'souk profile show prod' },
    ],
    jsonFields: profileColumns.map(({ key }) => key),
  }).argument('[name]', 'the profile in use when absent')
  return onRun(command, async ([name]) => {
    const [config, printer] = [await context.config(), await context.printer()]
    const chosen = name ?? (await context.profile()).name.value
    await printer.item(profileRow(config, chosen), profileColumns)
  })
}
