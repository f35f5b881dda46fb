import db from '@adonisjs/lucid/services/db'

export interface DocumentRow {
  id: string
  verification_id: string
  kind: string
  file_name: string
  content_type: string
  size: number
}

export interface SubmissionRow {
  id: string
  status: string
  note: string | null
  reason: string | null
  submitted_at: number
  decided_at: number | null
  decided_by: string | null
  decided_by_name: string | null
}

export type Submission = SubmissionRow & { documents: DocumentRow[] }

/** Everything a partner ever submitted for verification, newest first: two queries. */
export default class ListSubmissions {
  async execute(partnerId: string): Promise<Submission[]> {
    const rows: SubmissionRow[] = await db
      .from('verifications as v')
      .leftJoin('users', 'users.id', 'v.decided_by')
      .where('v.partner_id', partnerId)
      .orderBy('v.id', 'desc')
      .select(
        'v.id',
        'v.status',
        'v.note',
        'v.reason',
        'v.submitted_at',
        'v.decided_at',
        'v.decided_by',
        'users.name as decided_by_name'
      )
    const documents: DocumentRow[] = await db
      .from('verification_documents as d')
      .join('files as f', 'f.id', 'd.file_id')
      .join('verifications as v', 'v.id', 'd.verification_id')
      .where('v.partner_id', partnerId)
      .orderBy('d.id')
      .select('d.id', 'd.verification_id', 'd.kind', 'f.file_name', 'f.content_type', 'f.size')
    return rows.map((row) => ({
      ...row,
      documents: documents.filter((document) => document.verification_id === row.id),
    }))
  }
}
