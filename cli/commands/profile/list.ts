import { makeCommand, onRun } from '../../define/command.ts'
import { LOCAL_PROFILE } from '../../profiles.ts'
import { profileColumns, profileRow } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function profileList(context: Context): Command {
  const command = makeCommand('list', 'all environments', {
    examples: [{ what: 'what is there', line: 'souk profile list' }],
    jsonFields: profileColumns.map(({ key }) => key),
  })
  return onRun(command, async () => {
    const [config, printer] = [await context.config(), await context.printer()]
    const names = [...new Set([LOCAL_PROFILE, ...Object.keys(config.profiles)])].sort()
    await printer.list([names.map((name) => profileRow(config, name))], profileColumns)
  })
}
