import { updateConfig } from '../../config.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { LOCAL_PROFILE } from '../../profiles.ts'
import { printChange } from './change.ts'
import { configuredProfile } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function profileUse(context: Context): Command {
  const command = makeCommand('use', 'make an environment the default', {
    examples: [
      { what: 'from now on', line: 'souk profile use staging' },
      { what: 'only in this shell', line: 'export SOUK_PROFILE=staging' },
    ],
    jsonFields: ['name', 'outcome'],
  }).argument('<name>')
  return onRun(command, async ([name]) => {
    await updateConfig(context.paths.config, (config) => {
      if (name !== LOCAL_PROFILE) configuredProfile(config, name)
      config.defaultProfile = name
    })
    await printChange(context, name, 'used by default')
  })
}
