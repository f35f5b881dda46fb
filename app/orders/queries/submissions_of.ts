import type { Reader } from '#orders/queries/order_parts'

export interface SubmissionRow {
  id: string
  order_id: string
  partner_order_id: string
  round: number
  note: string
  links: string
  /** `returned`: the client asked for another round */
  status: 'submitted' | 'approved' | 'returned'
  feedback: string | null
  answered_at: number | null
  created_at: number
}

interface SubmittedFile {
  submission_id: string
  id: string
  file_name: string
  content_type: string
  size: number
}

export interface SubmissionWithFiles {
  submission: SubmissionRow
  files: SubmittedFile[]
}

/** What was handed in, round by round, with the files; two queries. */
export async function submissionsOf(
  client: Reader,
  where: Record<string, string>
): Promise<SubmissionWithFiles[]> {
  const submissions: SubmissionRow[] = await client
    .from('submissions')
    .where(where)
    .orderBy('submissions.id')
  const files: SubmittedFile[] = await client
    .from('submissions')
    .join('submission_files', 'submission_files.submission_id', 'submissions.id')
    .join('files', 'files.id', 'submission_files.file_id')
    .where(where)
    .orderBy('submission_files.position')
    .select('submission_files.submission_id', 'files.id', 'files.file_name')
    .select('files.content_type', 'files.size')
  return submissions.map((submission) => ({
    submission,
    files: files.filter((file) => file.submission_id === submission.id),
  }))
}
