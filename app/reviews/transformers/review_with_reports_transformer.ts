import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { ReportRow, ReviewWithReports } from '#reviews/queries/get_staff_review'
import { staffReviewFacts } from '#reviews/transformers/staff_review_transformer'

/** One review as staff see it, with who reported it and why. */
export default class ReviewWithReportsTransformer extends BaseTransformer<ReviewWithReports> {
  toObject() {
    const { review, reports } = this.resource
    return { ...staffReviewFacts(review), reports: reports.map(reportFacts) }
  }
}

function reportFacts({ user_id: id, user_name: name, reason, note, created_at: at }: ReportRow) {
  return { by: { id, name }, reason, note, createdAt: toIso(at) }
}
