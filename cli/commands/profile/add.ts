import { updateConfig } from '../../config.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { UsageError } from '../../errors.ts'
import { checkProfileName, normalizeApiUrl } from '../../profiles.ts'
import { addProfileFlags, withFlags } from './shared.ts'
import { printChange } from './change.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { ProfileFlags } from './shared.ts'

export default function profileAdd(context: Context): Command {
  const command = makeCommand('add', 'add an environment', {
    examples: [
      {
        what: 'production, with harder confirmations',
        line: 'souk profile add prod --api-url https://api.example.test --protected',
      },
    ],
    jsonFields: ['name', 'outcome'],
  }).argument('<name>')
  addProfileFlags(command)
  return onRun<ProfileFlags>(command, async ([name], flags) => {
    checkProfileName(name)
    if (!context.flags.apiUrl) {
      throw new UsageError('missing: --api-url <url>', {
        code: 'missing_input',
        need: '--api-url <url>',
      })
    }
    const apiUrl = normalizeApiUrl(context.flags.apiUrl)
    await updateConfig(context.paths.config, (config) => {
      if (config.profiles[name]) {
        throw new UsageError(`profile ${name} exists already`, {
          hint: `souk profile edit ${name}`,
        })
      }
      config.profiles[name] = withFlags({ apiUrl }, flags)
    })
    await printChange(context, name, 'added')
  })
}
