/*
 * Which impersonation a token opens, asked on every request: remembered for two seconds as the
 * states of sessions are (auth/services/session_states), so that whatever ends one acts everywhere
 * within the five that are promised.
 */
import db from '@adonisjs/lucid/services/db'
import type { Role } from '#core/actor'
import { clock, SECOND } from '#core/support/clock'
import CloseImpersonation from '#impersonation/actions/close_impersonation'
import { reasonToEnd, standings } from '#impersonation/services/standing'
import { hashOfToken } from '#impersonation/services/tokens'

const REMEMBERED_FOR = 2 * SECOND
const MOST = 10_000

interface Person {
  id: string
  role: Role
  name: string
}

export interface LiveImpersonation {
  id: string
  client: Person
  staff: Person & { sessionId: string }
  /** epoch ms */
  expiresAt: number
}

interface Remembered {
  until: number
  live: LiveImpersonation | null
}

const remembered = new Map<string, Remembered>()

/** The open impersonation of a token; null when there is none, or none any more. */
export async function liveImpersonation(token: string): Promise<LiveImpersonation | null> {
  const hash = hashOfToken(token)
  if (!hash) return null
  const now = clock.now()
  const known = remembered.get(hash)
  if (known && known.until > now)
    return known.live && known.live.expiresAt > now ? known.live : null
  const live = await readLive(hash, now)
  if (remembered.size >= MOST) remembered.clear()
  remembered.set(hash, { until: now + REMEMBERED_FOR, live })
  return live
}

/** Makes this process ask again at once; the others follow within two seconds. */
export function forgetImpersonations() {
  remembered.clear()
}

async function readLive(hash: string, now: number): Promise<LiveImpersonation | null> {
  const row = await standings(db).where('impersonations.token_hash', hash).first()
  if (!row) return null
  const reason = reasonToEnd(row, now)
  if (reason) {
    await new CloseImpersonation().execute(row, reason)
    return null
  }
  return {
    id: row.id,
    client: { id: row.client_id, role: row.client_role, name: row.client_name },
    staff: {
      id: row.staff_id,
      role: row.staff_role,
      name: row.staff_name,
      sessionId: row.staff_session_id,
    },
    expiresAt: Number(row.expires_at),
  }
}
