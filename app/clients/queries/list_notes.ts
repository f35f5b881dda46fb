import db from '@adonisjs/lucid/services/db'
import { customerById } from '#clients/queries/customer_by_id'
import type { Transaction } from '#core/database/write'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'

export interface NoteRow {
  id: string
  user_id: string
  author_id: string
  author_name: string
  body: string
  is_pinned: number | boolean
  edited_at: number | null
  created_at: number
}

/** Notes with the names of who wrote them. */
export function noteRows(client: Pick<Transaction, 'from'>) {
  return client
    .from('notes')
    .join('users', 'users.id', 'notes.author_id')
    .select(
      ...['id', 'user_id', 'author_id', 'body', 'is_pinned', 'edited_at', 'created_at'].map(
        (column) => `notes.${column}`
      ),
      'users.name as author_name'
    )
}

/** What staff noted about one client or partner: pinned notes first, then newest first. */
export default class ListNotes {
  /** @throws NotFound for staff accounts, too */
  async execute(userId: string, request: PageRequest): Promise<Page<NoteRow>> {
    await customerById(db, userId)
    const query = noteRows(db).where('notes.user_id', userId)
    return keysetPage<NoteRow>(query, request, [
      {
        column: 'notes.is_pinned',
        direction: 'desc',
        valueOf: (row) => Number(row.is_pinned),
      },
      { column: 'notes.id', direction: 'desc', valueOf: (row) => row.id },
    ])
  }
}
