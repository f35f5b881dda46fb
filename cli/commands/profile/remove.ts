import { updateConfig } from '../../config.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { printChange } from './change.ts'
import { configuredProfile } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function profileRemove(context: Context): Command {
  const command = makeCommand('remove', 'forget an environment and its login', {
    examples: [{ what: 'here only; the server is not told', line: 'souk profile remove staging' }],
    jsonFields: ['name', 'outcome'],
  }).argument('<name>')
  return onRun(command, async ([name]) => {
    await updateConfig(context.paths.config, (config) => {
      configuredProfile(config, name)
      delete config.profiles[name]
      if (config.defaultProfile === name) delete config.defaultProfile
    })
    await (await context.tokens()).remove(name)
    await printChange(context, name, 'removed')
  })
}
