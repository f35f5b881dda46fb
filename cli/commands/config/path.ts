import { configPath } from '../../config.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function configPathCommand(context: Context): Command {
  const command = makeCommand('path', 'where the configuration is', {
    examples: [{ what: 'edit it by hand', line: '$EDITOR "$(souk config path)"' }],
    jsonFields: ['config', 'state', 'cache'],
  })
  return onRun(command, async () => {
    const printer = await context.printer()
    const { config, state, cache } = context.paths
    const path = configPath(config)
    const isText = printer.mode === 'table' || printer.mode === 'tsv'
    return isText ? printer.text(`${path}\n`) : printer.item({ config: path, state, cache }, [])
  })
}
