/*
 * Whether a session is alive and whose it is, asked on every request: remembered for two seconds,
 * so that a suspension, a new role or a logout acts everywhere well within the five that are
 * promised, without a word between the servers.
 */
import db from '@adonisjs/lucid/services/db'
import type { Role } from '#core/actor'
import { clock, SECOND } from '#core/support/clock'

const REMEMBERED_FOR = 2 * SECOND
const MOST = 50_000

export interface SessionState {
  sessionId: string
  userId: string
  role: Role
  name: string
}

interface Remembered {
  until: number
  state: SessionState | null
}

const remembered = new Map<string, Remembered>()

/** The state of a live session of an active user; null for any other. */
export async function sessionState(sessionId: string): Promise<SessionState | null> {
  const now = clock.now()
  const known = remembered.get(sessionId)
  if (known && known.until > now) return known.state
  const state = await readState(sessionId, now)
  if (remembered.size >= MOST) remembered.clear()
  remembered.set(sessionId, { until: now + REMEMBERED_FOR, state })
  return state
}

/** Makes this process ask again at once; the others follow within two seconds. */
export function forgetSessions(sessionIds?: string[]) {
  if (!sessionIds) return remembered.clear()
  for (const id of sessionIds) remembered.delete(id)
}

async function readState(sessionId: string, now: number): Promise<SessionState | null> {
  const row = await db
    .from('sessions')
    .join('users', 'users.id', 'sessions.user_id')
    .where('sessions.id', sessionId)
    .whereNull('sessions.revoked_at')
    .where('sessions.absolute_expires_at', '>', now)
    .where('users.status', 'active')
    .select('users.id', 'users.role', 'users.name')
    .first()
  return row ? { sessionId, userId: row.id, role: row.role, name: row.name } : null
}
