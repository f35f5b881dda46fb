import { UsageError } from '../../errors.ts'
import { parseDuration } from '../../options.ts'
import { reasonWithTicket } from '../../define/write_input.ts'
import { splitPath } from '../api/call.ts'
import type { Context } from '../../context.ts'
import type { Look, Start } from '../../eyes.ts'
import type { Column } from '../../output/columns.ts'
import type { Command } from 'commander'

export const PERMISSION = 'impersonation.use'
/** the server's word for it */
export const NOTHING_OPEN = 'E_NO_IMPERSONATION'
export const LOGS = '/admin/impersonate/logs'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const MINUTE = 60_000
const LONGEST = 30

export interface StartFlags {
  reason?: string
  ticket?: string
  ttl?: number
}

/** What it takes to begin. */
export function addStartFlags(command: Command): Command {
  command
    .option('--reason <text>', 'why; the client reads it, too')
    .option('--ticket <id>', 'the ticket this belongs to, noted with the reason')
  return addLifeFlag(command)
}

export function addLifeFlag(command: Command): Command {
  return command.option('--ttl <duration>', 'how long at most, up to 30m', parseDuration)
}

/** The body of the start; asks for the reason where somebody can answer. */
export async function startBody(
  context: Context,
  customerId: string,
  flags: StartFlags
): Promise<Start> {
  if (!flags.reason?.trim()) {
    if (!context.prompt.possible) {
      throw new UsageError('missing: --reason <text>', {
        code: 'missing_input',
        need: '--reason <text>',
      })
    }
    flags.reason = await context.prompt.text('Reason (the client reads it, too):')
  }
  const minutes = flags.ttl === undefined ? undefined : Math.ceil(flags.ttl / MINUTE)
  if (minutes !== undefined && minutes > LONGEST) {
    throw new UsageError(`an impersonation lasts at most ${LONGEST} minutes`)
  }
  return { customerId, reason: reasonWithTicket(flags)!, minutes }
}

/**
 * `[GET|HEAD] <path>`, or `-X <method> <path>` as souk api has it; anything that could change
 * something is refused here, before it is sent (and by the server, if it were).
 */
export function readLook(words: string[]): Look {
  const spelled = words[0] === '-X' || words[0] === '--method' ? words.slice(1) : words
  const isNamed = METHODS.includes(spelled[0]?.toUpperCase())
  const method = isNamed ? spelled[0].toUpperCase() : 'GET'
  const [path, ...rest] = isNamed ? spelled.slice(1) : spelled
  if (method !== 'GET' && method !== 'HEAD') {
    throw new UsageError(`${method} is refused: an impersonation only reads; nothing was sent`, {
      code: 'impersonation_read_only',
    })
  }
  if (path === undefined || rest.length > 0) {
    throw new UsageError('expected one path, such as /orders', { code: 'bad_path' })
  }
  const { pathname, query } = splitPath(path)
  return { method, path: pathname, query }
}

export const columns: Column[] = [
  { key: 'id', title: 'session', id: true },
  { key: 'startedAt', title: 'started' },
  { key: 'staff.name', title: 'staff' },
  { key: 'customer.name', title: 'customer' },
  { key: 'reason' },
  { key: 'durationSeconds', title: 'seconds' },
  { key: 'views' },
  { key: 'refusals', title: 'refused' },
  { key: 'endReason', title: 'end' },
  { key: 'customer.id', title: 'customer id', wide: true },
  { key: 'customer.role', title: 'role', wide: true },
  { key: 'staff.id', title: 'staff id', wide: true },
  { key: 'endedAt', title: 'ended', wide: true },
  { key: 'expiresAt', title: 'expires', wide: true },
]

/** The same, each on a line of its own. */
export const allColumns: Column[] = columns.map((column) => ({ ...column, wide: false }))
