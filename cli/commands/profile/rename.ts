import { updateConfig } from '../../config.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { UsageError } from '../../errors.ts'
import { checkProfileName } from '../../profiles.ts'
import { printChange } from './change.ts'
import { configuredProfile } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function profileRename(context: Context): Command {
  const command = makeCommand('rename', 'give an environment another name', {
    examples: [{ what: 'with its login', line: 'souk profile rename prod live' }],
    jsonFields: ['name', 'outcome'],
  })
    .argument('<name>')
    .argument('<new-name>')
  return onRun(command, async ([name, newName]) => {
    checkProfileName(newName)
    const store = await context.tokens()
    await updateConfig(context.paths.config, (config) => {
      const profile = configuredProfile(config, name)
      if (config.profiles[newName]) throw new UsageError(`profile ${newName} exists already`)
      delete config.profiles[name]
      config.profiles[newName] = profile
      if (config.defaultProfile === name) config.defaultProfile = newName
    })
    const tokens = await store.read(name)
    if (tokens) {
      const { store: place, ...kept } = tokens
      await store.write(newName, kept)
      await store.remove(name)
    }
    await printChange(context, newName, 'renamed')
  })
}
