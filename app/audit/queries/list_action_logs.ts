import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { FilterTooWide } from '#audit/errors'
import type { AuditRow } from '#audit/services/digests'
import { STAFF_ROLES, type Role } from '#core/actor'
import { NotFound } from '#core/errors'
import { clock, DAY } from '#core/support/clock'
import { mergedPage, type Page, type PageRequest } from '#core/support/page'

/** A row of the audit trail, with the names that its people have today. */
export type ActionLogRow = Omit<AuditRow, 'noun' | 'nonce'> & {
  actor_name: string | null
  impersonator_name: string | null
  person_name: string | null
}

export interface ActionLogFilters extends PageRequest {
  actorId?: string
  /** a whole action (order.placed) or all of a noun (order.*) */
  action?: string
  subjectId?: string
  /** not alone: see FilterTooWide */
  subjectType?: string
  /** whose matter it is */
  personId?: string
  impersonatorId?: string
  ip?: string
  requestId?: string
  /** words in the reason; not alone */
  q?: string
  /** epoch ms, included */
  since?: number
  /** epoch ms, not included */
  until?: number
}

/** filters without an index of their own may look through so much time */
const SEARCHABLE = 31 * DAY

const COLUMNS = [
  'id',
  'actor_id',
  'actor_role',
  'impersonator_id',
  'person_id',
  'action',
  'subject_type',
  'subject_id',
  'before',
  'after',
  'reason',
  'ip',
  'request_id',
  'details_hash',
  'created_at',
].map((column) => `audit_entries.${column}`)

type Query = DatabaseQueryBuilderContract<ActionLogRow>

/** The audit trail, newest first. */
export default class ListActionLogs {
  /** @throws NotFound */
  async byNumber(number: number): Promise<ActionLogRow> {
    const row = await rows({ limit: 1 }).where('audit_entries.id', number).first()
    if (!row) throw new NotFound()
    return row
  }

  /** @throws FilterTooWide (422) when nothing with an index narrows the search */
  async execute(filters: ActionLogFilters): Promise<Page<ActionLogRow>> {
    assertNarrow(filters)
    return page([rows(filters)], filters)
  }

  /**
   * What one member of staff did.
   * @throws NotFound when it is nobody of the staff
   */
  async byStaff(staffId: string, filters: ActionLogFilters): Promise<Page<ActionLogRow>> {
    await assertPerson(staffId, STAFF_ROLES)
    return page([rows({ ...filters, actorId: staffId })], filters)
  }

  /**
   * What one client or partner did, and what was done to them and to what is theirs.
   * @throws NotFound when it is no client or partner
   */
  async ofCustomer(customerId: string, filters: ActionLogFilters): Promise<Page<ActionLogRow>> {
    await assertPerson(customerId, ['client', 'partner'])
    const about = rows({ ...filters, personId: customerId })
    const elsewhere = rows({ ...filters, actorId: customerId }).where((query) =>
      query.whereNull('audit_entries.person_id').orWhereNot('audit_entries.person_id', customerId)
    )
    return page([about, elsewhere], filters)
  }
}

function rows(filters: ActionLogFilters): Query {
  const query = db
    .from('audit_entries')
    .leftJoin('users', 'users.id', 'audit_entries.actor_id')
    .leftJoin('users as impersonators', 'impersonators.id', 'audit_entries.impersonator_id')
    .leftJoin('users as people', 'people.id', 'audit_entries.person_id')
    .select(COLUMNS)
    .select(
      'users.name as actor_name',
      'impersonators.name as impersonator_name',
      'people.name as person_name'
    )
  for (const [column, value] of equalities(filters))
    if (value !== undefined) query.where(`audit_entries.${column}`, value)
  const { q, since, until } = filters
  if (q)
    query.whereRaw("audit_entries.reason LIKE ? ESCAPE '!'", [`%${q.replace(/[!%_]/g, '!$&')}%`])
  if (since !== undefined) query.where('audit_entries.created_at', '>=', since)
  if (until !== undefined) query.where('audit_entries.created_at', '<', until)
  return query
}

function equalities(filters: ActionLogFilters): [column: string, value: string | undefined][] {
  const { action } = filters
  const noun = action?.endsWith('.*') ? action.slice(0, -2) : undefined
  return [
    ['actor_id', filters.actorId],
    ['action', noun ? undefined : action],
    ['noun', noun],
    ['subject_id', filters.subjectId],
    ['subject_type', filters.subjectType],
    ['person_id', filters.personId],
    ['impersonator_id', filters.impersonatorId],
    ['ip', filters.ip],
    ['request_id', filters.requestId],
  ]
}

function page(queries: Query[], filters: ActionLogFilters): Promise<Page<ActionLogRow>> {
  return mergedPage<ActionLogRow>(queries, filters, [
    {
      column: 'audit_entries.created_at',
      direction: 'desc',
      valueOf: (row) => Number(row.created_at),
    },
    { column: 'audit_entries.id', direction: 'desc', valueOf: (row) => Number(row.id) },
  ])
}

function assertNarrow(filters: ActionLogFilters) {
  const isWide = filters.subjectType !== undefined || filters.q !== undefined
  if (!isWide) return
  const { actorId, action, subjectId, personId, impersonatorId, ip, requestId } = filters
  const narrow = [actorId, action, subjectId, personId, impersonatorId, ip, requestId]
  if (narrow.some((value) => value !== undefined)) return
  const { since, until = clock.now() } = filters
  if (since === undefined || until - since > SEARCHABLE) throw new FilterTooWide()
}

async function assertPerson(id: string, roles: readonly Role[]) {
  const person = await db
    .from('users')
    .where({ id })
    .whereIn('role', [...roles])
    .select('id')
    .first()
  if (!person) throw new NotFound()
}
