import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'

/** A row of the audit trail, with the name of who acted. */
export interface ActionLogRow {
  id: number
  actor_id: string | null
  actor_role: string | null
  actor_name: string | null
  action: string
  subject_type: string
  subject_id: string
  before: string | null
  after: string | null
  reason: string | null
  ip: string | null
  request_id: string | null
  created_at: number
}

interface ActionLogFilters extends PageRequest {
  actorId?: string
  action?: string
  subjectId?: string
  /** epoch ms, included */
  since?: number
  /** epoch ms, not included */
  until?: number
}

const COLUMNS = [
  'id',
  'actor_id',
  'actor_role',
  'action',
  'subject_type',
  'subject_id',
  'before',
  'after',
  'reason',
  'ip',
  'request_id',
  'created_at',
].map((column) => `audit_entries.${column}`)

/** The audit trail, newest first. */
export default class ListActionLogs {
  async execute(filters: ActionLogFilters): Promise<Page<ActionLogRow>> {
    const query = db
      .from('audit_entries')
      .leftJoin('users', 'users.id', 'audit_entries.actor_id')
      .select(COLUMNS)
      .select('users.name as actor_name')
    if (filters.actorId) query.where('audit_entries.actor_id', filters.actorId)
    if (filters.action) query.where('audit_entries.action', filters.action)
    if (filters.subjectId) query.where('audit_entries.subject_id', filters.subjectId)
    if (filters.since !== undefined) query.where('audit_entries.created_at', '>=', filters.since)
    if (filters.until !== undefined) query.where('audit_entries.created_at', '<', filters.until)
    return keysetPage<ActionLogRow>(query, filters, [
      {
        column: 'audit_entries.created_at',
        direction: 'desc',
        valueOf: (row) => Number(row.created_at),
      },
      { column: 'audit_entries.id', direction: 'desc', valueOf: (row) => Number(row.id) },
    ])
  }
}
