import db from '@adonisjs/lucid/services/db'
import { NotFound } from '#core/errors'
import { reviewRows, type ReviewRow } from '#reviews/queries/review_rows'

export interface ReportRow {
  user_id: string
  user_name: string
  reason: string
  note: string | null
  created_at: number
}

export interface ReviewWithReports {
  review: ReviewRow
  /** the first hundred by account */
  reports: ReportRow[]
}

const MAX_REPORTS = 100

/** One review, with who reported it and why. Two queries. */
export default class GetStaffReview {
  /** @throws NotFound */
  async execute(reviewId: string): Promise<ReviewWithReports> {
    const review: ReviewRow | null = await reviewRows(db).where('reviews.id', reviewId).first()
    if (!review) throw new NotFound()
    const reports = await db
      .from('review_reports')
      .leftJoin('users', 'users.id', 'review_reports.user_id')
      .where('review_reports.review_id', reviewId)
      .orderBy('review_reports.user_id')
      .limit(MAX_REPORTS)
      .select('review_reports.*', 'users.name as user_name')
    return { review, reports }
  }
}
