/*
 * config.json: profiles (environments) and settings. Members that this version does not know are
 * kept, so that an older and a newer souk can share the file.
 */
import { join } from 'node:path'
import { UnsupportedError, UsageError } from './errors.ts'
import { readIfExists, withLock, writePrivate } from './files.ts'
import { parseDuration, parseWhole } from './options.ts'
import { isMoney } from './output/values.ts'
import type { Money } from './output/values.ts'

const SCHEMA_VERSION = 1

export interface ProfileConfig {
  apiUrl: string
  /** Confirmations ask one level harder and the target line is coloured. */
  protected?: boolean
  /** Word before the token in the Authorization header; empty for the bare token. */
  scheme?: string
  /** Colour of the target line. */
  accent?: string
  /** A refund or withdrawal above it has its amount typed. */
  refundLimit?: Money
}

export interface Config {
  version: number
  defaultProfile?: string
  profiles: Record<string, ProfileConfig>
  settings: Record<string, unknown>
}

interface Setting {
  description: string
  parse: (text: string) => string | number
}

/** What `souk config set` knows. Flags and environment variables win over all of these. */
export const settings: Record<string, Setting> = {
  limit: { description: 'rows a list shows (50)', parse: (text) => parseWhole(text, 1) },
  timeout: {
    description: 'time-out of one request (30s)',
    parse: (text) => (parseDuration(text), text),
  },
  retries: {
    description: 'repeats after a passing failure (3)',
    parse: (text) => parseWhole(text),
  },
  color: {
    description: 'auto, always or never (auto)',
    parse: (text) => oneOf(text, ['auto', 'always', 'never']),
  },
  tz: { description: 'time zone of tables, e.g. Europe/Berlin', parse: (text) => timeZone(text) },
  pager: { description: 'program for long output (less -FIRX)', parse: (text) => text },
  tokenStore: {
    description: 'auto, keyring or file (auto)',
    parse: (text) => oneOf(text, ['auto', 'keyring', 'file']),
  },
}

export function configPath(directory: string): string {
  return join(directory, 'config.json')
}

/** The configuration; an absent or empty file is an empty configuration. */
export async function readConfig(directory: string): Promise<Config> {
  const path = configPath(directory)
  const text = await readIfExists(path)
  const empty: Config = { version: SCHEMA_VERSION, profiles: {}, settings: {} }
  if (!text?.trim()) return empty

  const parsed = parseConfig(path, text)
  if (typeof parsed.version === 'number' && parsed.version > SCHEMA_VERSION) {
    throw new UnsupportedError(
      `${path} was written by a newer souk (schema ${parsed.version}, this one knows ${SCHEMA_VERSION})`,
      { hint: 'update souk, or set SOUK_CONFIG_DIR to another directory' }
    )
  }
  const config = { ...empty, ...parsed } as Config
  for (const [name, profile] of Object.entries(config.profiles)) {
    if (typeof profile?.apiUrl !== 'string') {
      throw new UsageError(`${path}: profile "${name}" has no "apiUrl"`, { code: 'bad_config' })
    }
    // A limit that cannot be read must not be taken for none.
    if (profile.refundLimit !== undefined && !isMoney(profile.refundLimit)) {
      throw new UsageError(`${path}: the "refundLimit" of profile "${name}" is no amount`, {
        code: 'bad_config',
        hint: `souk profile edit ${name} --refund-limit "500.00 EUR"`,
      })
    }
  }
  return config
}

/** Changes the configuration under a lock: two processes never lose each other's change. */
export async function updateConfig(
  directory: string,
  change: (config: Config) => void
): Promise<void> {
  const path = configPath(directory)
  await withLock(path, async () => {
    const config = await readConfig(directory)
    change(config)
    await writePrivate(path, `${JSON.stringify(config, null, 2)}\n`)
  })
}

function parseConfig(path: string, text: string): Partial<Config> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    const message = (error as Error).message
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    const line = text.slice(0, position).split('\n').length
    throw new UsageError(`${path}, line ${line}: not valid JSON`, {
      code: 'bad_config',
      hint: `correct line ${line}, or move the file away`,
    })
  }
  const isObject = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const members = parsed as Record<string, unknown>
  const sound =
    isObject(parsed) &&
    ['profiles', 'settings'].every((name) => members[name] === undefined || isObject(members[name]))
  if (!sound) {
    throw new UsageError(`${path}: "profiles" and "settings" must be objects`, {
      code: 'bad_config',
    })
  }
  return members
}

function oneOf(text: string, allowed: string[]): string {
  if (allowed.includes(text)) return text
  throw new UsageError(`"${text}" is not one of ${allowed.join(', ')}`)
}

/** The name, when the runtime knows such a time zone. */
export function timeZone(name: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name
  } catch {
    throw new UsageError(`"${name}" is not a time zone (example: Europe/Berlin)`)
  }
}
