import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { EndReason } from '#impersonation/services/standing'

/** An impersonation with the names of both, and how much was seen. */
export interface ImpersonationRow {
  id: string
  reason: string
  staff_id: string
  staff_name: string
  staff_role: string
  client_id: string
  client_name: string
  client_role: string
  started_at: number
  expires_at: number
  ended_at: number | null
  end_reason: EndReason | null
  /** answered */
  views: number
  /** refused, limited, failed */
  refusals: number
}

export function impersonationRows(): DatabaseQueryBuilderContract<ImpersonationRow> {
  return db
    .from('impersonations')
    .join('users as staff', 'staff.id', 'impersonations.staff_id')
    .join('users as client', 'client.id', 'impersonations.client_id')
    .select(
      'impersonations.id',
      'impersonations.reason',
      'impersonations.staff_id',
      'impersonations.client_id',
      'impersonations.started_at',
      'impersonations.expires_at',
      'impersonations.ended_at',
      'impersonations.end_reason',
      'staff.name as staff_name',
      'staff.role as staff_role',
      'client.name as client_name',
      'client.role as client_role'
    )
}

/** One page, the latest first, with its counts: two queries. */
export async function pageOfImpersonations(
  query: DatabaseQueryBuilderContract<ImpersonationRow>,
  request: PageRequest
): Promise<Page<ImpersonationRow>> {
  const { rows, meta } = await keysetPage<ImpersonationRow>(query, request, [
    {
      column: 'impersonations.started_at',
      direction: 'desc',
      valueOf: (row) => Number(row.started_at),
    },
    { column: 'impersonations.id', direction: 'desc', valueOf: (row) => row.id },
  ])
  return { rows: await withCounts(rows), meta }
}

/** The rows with how many requests were answered and how many refused. */
export async function withCounts(rows: ImpersonationRow[]): Promise<ImpersonationRow[]> {
  if (rows.length === 0) return rows
  const counts = await db
    .from('impersonation_requests')
    .whereIn(
      'impersonation_id',
      rows.map(({ id }) => id)
    )
    .groupBy('impersonation_id')
    .select('impersonation_id')
    .select(
      db.raw(`SUM(CASE WHEN method IN ('GET', 'HEAD') AND status < 400 THEN 1 ELSE 0 END) AS views`)
    )
    .select(db.raw('SUM(CASE WHEN status >= 400 THEN 1 ELSE 0 END) AS refusals'))
  const byId = new Map(counts.map((row) => [row.impersonation_id, row]))
  return rows.map((row) => {
    const counted = byId.get(row.id)
    return { ...row, views: Number(counted?.views ?? 0), refusals: Number(counted?.refusals ?? 0) }
  })
}
