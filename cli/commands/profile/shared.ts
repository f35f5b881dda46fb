import { Option } from 'commander'
import { LOCAL_API_URL, LOCAL_PROFILE, unknownProfile } from '../../profiles.ts'
import { parseMoney } from '../../money.ts'
import type { Command } from 'commander'
import type { Config, ProfileConfig } from '../../config.ts'
import type { Column, Row } from '../../output/columns.ts'
import type { Money } from '../../output/values.ts'

export const profileColumns: Column[] = [
  { key: 'name', id: true },
  { key: 'apiUrl' },
  { key: 'default' },
  { key: 'protected' },
  { key: 'scheme' },
  { key: 'accent' },
  { key: 'refundLimit', title: 'refund limit' },
]

export interface ProfileFlags {
  protected?: boolean
  scheme?: string
  accent?: string
  refundLimit?: Money | false
}

/** Flags of `add` and `edit`; the address comes with the global --api-url. */
export function addProfileFlags(command: Command): Command {
  const colors = ['red', 'yellow', 'green', 'cyan', 'blue', 'magenta']
  return command
    .option('--protected', 'ask one level harder before each write')
    .option('--no-protected', 'ask as usual')
    .option('--scheme <word>', 'word before the token in the Authorization header; "" for none')
    .option(
      '--refund-limit <money>',
      'above it, what goes out wants its amount typed: "500.00 EUR"',
      parseMoney
    )
    .option('--no-refund-limit', 'no limit')
    .addOption(new Option('--accent <colour>', 'colour of the target line').choices(colors))
}

/** The given flags laid over what a profile has. */
export function withFlags(profile: ProfileConfig, flags: ProfileFlags): ProfileConfig {
  return {
    ...profile,
    protected: flags.protected ?? profile.protected,
    scheme: flags.scheme ?? profile.scheme,
    accent: flags.accent ?? profile.accent,
    refundLimit:
      flags.refundLimit === false ? undefined : (flags.refundLimit ?? profile.refundLimit),
  }
}

/** A profile of the configuration, or the error that lists them. */
export function configuredProfile(config: Config, name: string): ProfileConfig {
  const profile = config.profiles[name]
  if (!profile) throw unknownProfile(config, name)
  return profile
}

export function profileRow(config: Config, name: string): Row {
  const implicit = name === LOCAL_PROFILE ? { apiUrl: LOCAL_API_URL } : undefined
  const profile: ProfileConfig = config.profiles[name] ?? implicit
  if (!profile) throw unknownProfile(config, name)
  return {
    name,
    apiUrl: profile.apiUrl,
    default: (config.defaultProfile ?? LOCAL_PROFILE) === name,
    protected: profile.protected ?? false,
    scheme: profile.scheme ?? 'Bearer',
    accent: profile.accent ?? null,
    refundLimit: profile.refundLimit ?? null,
  }
}
