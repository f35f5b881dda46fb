import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { Submission } from '#partners/queries/list_submissions'

/** One submission for verification; who decided is for staff alone. */
export default class SubmissionTransformer extends BaseTransformer<Submission> {
  constructor(
    submission: Submission,
    /** where its documents are found */
    private documentsAt: string
  ) {
    super(submission)
  }

  toObject() {
    const submission = this.resource
    return {
      ...this.pick(submission, ['id', 'status', 'note', 'reason']),
      submittedAt: toIso(Number(submission.submitted_at)),
      decidedAt: toIso(submission.decided_at === null ? null : Number(submission.decided_at)),
      documents: submission.documents.map((document) => ({
        id: document.id,
        kind: document.kind,
        fileName: document.file_name,
        contentType: document.content_type,
        size: Number(document.size),
        url: `${this.documentsAt}/${document.id}`,
      })),
    }
  }

  forStaff() {
    const { decided_by: id, decided_by_name: name } = this.resource
    return { ...this.toObject(), decidedBy: id === null ? null : { id, name } }
  }
}
