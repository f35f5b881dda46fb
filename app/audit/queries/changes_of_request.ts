import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'

/** One deed of a request, as the audit trail tells it. */
export interface Change {
  action: string
  subject: { type: string; id: string }
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** What a request that began at `since` (epoch ms) has written into the audit trail, in its order. */
export default class ChangesOfRequest {
  async execute({ id, requestId }: Actor, since: number): Promise<Change[]> {
    const rows = await db
      .from('audit_entries')
      .where('actor_id', id)
      .where('created_at', '>=', since)
      .where('request_id', requestId)
      .orderBy('id')
      .select('action', 'subject_type', 'subject_id', 'before', 'after')
    return rows.map((row) => ({
      action: row.action,
      subject: { type: row.subject_type, id: row.subject_id },
      before: row.before ? JSON.parse(row.before) : null,
      after: row.after ? JSON.parse(row.after) : null,
    }))
  }
}
