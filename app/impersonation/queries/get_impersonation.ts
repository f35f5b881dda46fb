import db from '@adonisjs/lucid/services/db'
import { NotFound } from '#core/errors'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import {
  impersonationRows,
  withCounts,
  type ImpersonationRow,
} from '#impersonation/queries/impersonation_rows'

export interface LoggedRequest {
  id: number
  method: string
  route: string | null
  path: string
  status: number
  request_id: string
  created_at: number
}

export interface LoggedNote {
  text: string
  created_at: number
}

export interface ImpersonationInFull {
  row: ImpersonationRow
  notes: LoggedNote[]
  requests: Page<LoggedRequest>
}

/** as many as somebody writes in half an hour, and then some */
const MOST_NOTES = 500

/** One impersonation: what was noted, and a page of what was asked for, in its order. */
export default class GetImpersonation {
  /** @throws NotFound */
  async execute(id: string, page: PageRequest = { limit: 1 }): Promise<ImpersonationInFull> {
    const found = await impersonationRows().where('impersonations.id', id).first()
    if (!found) throw new NotFound()
    const [row] = await withCounts([found])
    const notes = await db
      .from('impersonation_notes')
      .where('impersonation_id', id)
      .orderBy('id')
      .limit(MOST_NOTES)
      .select('text', 'created_at')
    const asked = db
      .from('impersonation_requests')
      .where('impersonation_id', id)
      .select('id', 'method', 'route', 'path', 'status', 'request_id', 'created_at')
    const requests = await keysetPage<LoggedRequest>(asked, page, [
      { column: 'id', direction: 'asc', valueOf: (one) => Number(one.id) },
    ])
    return { row, notes, requests }
  }
}
