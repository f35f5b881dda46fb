/*
 * Flags that many commands share, and the readers of their values. A value that cannot be read is
 * a usage error that says what is allowed.
 */
import { Option } from 'commander'
import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'

export interface GlobalFlags {
  profile?: string
  apiUrl?: string
  json?: boolean
  fields?: string[]
  ndjson?: boolean
  jq?: string
  format?: string
  columns?: string[]
  wide?: boolean
  header: boolean
  quiet?: boolean
  debug?: boolean
  debugBody?: boolean
  input: boolean
  color?: 'auto' | 'always' | 'never'
  pager: boolean
  timeout?: number
  retries?: number
  tz?: string
  utc?: boolean
}

export interface ListFlags {
  limit?: number
  all?: boolean
  cursor?: string
  pageSize?: number
}

export interface WriteFlags {
  dryRun?: boolean
  dryRunServer?: boolean
  reason?: string
  ticket?: string
  yes?: boolean
  confirm?: string
  idempotencyKey?: string
  from?: string
  concurrency?: number
  maxFailures?: number
}

/** Flags that every command takes, before or after its name. */
export function addGlobalFlags(program: Command): Command {
  return program
    .option('-p, --profile <name>', 'environment to talk to (SOUK_PROFILE)')
    .option('--api-url <url>', 'another server; stored tokens are not sent there')
    .option('--json', 'print JSON')
    .option('--fields <a,b>', 'only these JSON fields (implies --json)', parseNames)
    .option('--ndjson', 'print one JSON object a line')
    .option('--jq <expression>', 'filter the JSON with jq (implies --json)')
    .option('--format <template>', "one line per object, such as '{id} {email}'")
    .option('--columns <a,b>', 'columns of the table', parseNames)
    .option('--wide', 'all columns, nothing cut')
    .option('--no-header', 'no head line above a table')
    .option('-q, --quiet', 'no notes and no progress on stderr')
    .option('--debug', 'trace requests on stderr, secrets masked')
    .option('--debug-body', 'trace bodies too')
    .option('--no-input', 'never ask (SOUK_NO_INPUT=1)')
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']))
    .option('--no-pager', 'do not page long output')
    .option('--timeout <duration>', 'time-out of one request, such as 30s', parseDuration)
    .option('--retries <n>', 'repeats after a passing failure', (text) => parseWhole(text))
    .option('--tz <zone>', 'time zone of tables')
    .option('--utc', 'times of tables in UTC')
}

export function addListFlags(command: Command): Command {
  return command
    .option('--limit <n>', 'rows to print (50)', (text) => parseWhole(text, 1))
    .option('--all', 'every row there is')
    .option('--cursor <cursor>', 'go on where an earlier list stopped')
    .option('--page-size <n>', 'rows asked for at a time (at most 100)', (text) =>
      parseWhole(text, 1, 100)
    )
}

/** `bulk` for what takes ids. */
export function addWriteFlags(command: Command, { bulk }: { bulk: boolean }): Command {
  command
    .option('--reason <text>', 'why, for the audit log')
    .option('--ticket <id>', 'the ticket this belongs to, noted with the reason')
    .option('--yes', 'answer yes to a y/N question')
    .option('--confirm <value>', 'the value that would have to be typed')
    .option('--dry-run', 'print the exact request and send nothing')
    .option('--dry-run-server', 'let the server do it, undo it, and print what would change')
    .option('--idempotency-key <key>', 'repeat an earlier attempt safely')
  if (!bulk) return command
  return command
    .option('--from <file>', 'ids from a file or - (lines, CSV with a header, or a piped list)')
    .option('--concurrency <n>', 'requests at the same time (4)', (text) => parseWhole(text, 1, 32))
    .option('--max-failures <n>', 'stop after this many failures', (text) => parseWhole(text, 1))
}

export function parseNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  if (names.some((name) => name === '')) {
    throw new InvalidArgumentError('Names are separated by commas, as in id,email.')
  }
  return names
}

export function parseWhole(text: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`
  throw new InvalidArgumentError(`Expected a whole number, ${range}.`)
}

export function parseDecimal(text: string, least: number, most: number): number {
  const value = Number(text)
  if (/^-?\d+(\.\d+)?$/.test(text) && value >= least && value <= most) return value
  throw new InvalidArgumentError(`Expected a number, ${least} to ${most}.`)
}

const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of `500ms`, `30s`, `2m`, `12h`, `30d`. */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text)
  // A timer of Node holds 31 bits of milliseconds, 24 days; a time-out beyond that fires at once.
  const milliseconds = match ? Number(match[1]) * UNITS[match[2]] : Number.NaN
  if (milliseconds > 0 && milliseconds <= 36_500 * UNITS.d) return milliseconds
  throw new InvalidArgumentError('Expected a duration such as 500ms, 30s, 2m, 12h or 30d.')
}

/** RFC 3339 time of `30d` (ago), `2026-01-31` or an RFC 3339 time. */
export function parseTime(text: string, now = Date.now()): string {
  if (/^\d+(\.\d+)?(ms|s|m|h|d)$/.test(text)) {
    return new Date(now - parseDuration(text)).toISOString()
  }
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
  const time = new Date(text)
  if ((isDate || isTime) && !Number.isNaN(time.getTime())) return time.toISOString()
  throw new InvalidArgumentError('Expected 30d, 2026-01-31 or 2026-01-31T09:00:00Z.')
}

/** The same for times to come: a duration counts from now on. */
export function parseMoment(text: string, now = Date.now()): string {
  if (!/^\d+(\.\d+)?(ms|s|m|h|d)$/.test(text)) return parseTime(text)
  return new Date(now + parseDuration(text)).toISOString()
}
