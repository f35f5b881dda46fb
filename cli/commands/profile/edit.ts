import { updateConfig } from '../../config.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { LOCAL_API_URL, LOCAL_PROFILE, normalizeApiUrl } from '../../profiles.ts'
import { printChange } from './change.ts'
import { addProfileFlags, configuredProfile, withFlags } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { ProfileFlags } from './shared.ts'

export default function profileEdit(context: Context): Command {
  const command = makeCommand('edit', 'change an environment', {
    examples: [
      { what: 'ask harder', line: 'souk profile edit prod --protected --accent red' },
      { what: 'it moved', line: 'souk profile edit prod --api-url https://api.example.test' },
    ],
    jsonFields: ['name', 'outcome'],
  }).argument('<name>')
  addProfileFlags(command)
  return onRun<ProfileFlags>(command, async ([name], flags) => {
    const apiUrl = context.flags.apiUrl ? normalizeApiUrl(context.flags.apiUrl) : undefined
    await updateConfig(context.paths.config, (config) => {
      if (name === LOCAL_PROFILE) config.profiles[name] ??= { apiUrl: LOCAL_API_URL }
      const profile = configuredProfile(config, name)
      config.profiles[name] = withFlags({ ...profile, apiUrl: apiUrl ?? profile.apiUrl }, flags)
    })
    await printChange(context, name, 'changed')
  })
}
