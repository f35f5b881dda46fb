import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'

export interface MessageRow {
  id: string
  template: string
  body: string
  status: string
  sent_at: number | null
  created_at: number
}

export type EmailRow = MessageRow & { to_address: string; subject: string }
export type SmsRow = MessageRow & { to_number: string }

const COLUMNS = ['id', 'template', 'body', 'status', 'sent_at', 'created_at']

/** What was sent to one user, newest first; by one channel. */
export default class ListMessages {
  emails(userId: string, request: PageRequest): Promise<Page<EmailRow>> {
    return newest('email_logs', userId, request, [...COLUMNS, 'to_address', 'subject'])
  }

  texts(userId: string, request: PageRequest): Promise<Page<SmsRow>> {
    return newest('sms_logs', userId, request, [...COLUMNS, 'to_number'])
  }
}

function newest<Row extends MessageRow>(
  table: 'email_logs' | 'sms_logs',
  userId: string,
  request: PageRequest,
  columns: string[]
): Promise<Page<Row>> {
  const query = db.from(table).where('user_id', userId).select(columns)
  return keysetPage<Row>(query, request, [
    { column: `${table}.id`, direction: 'desc', valueOf: (row) => row.id },
  ])
}
