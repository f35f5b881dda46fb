import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ReportReview from '#reviews/actions/report_review'
import { reportReviewValidator } from '#reviews/validators/review'

/** Calls for staff to look at a review. */
@inject()
export default class ReviewReportsController {
  constructor(private reportReview: ReportReview) {}

  /** Report a review to staff; each account once. */
  async store({ actor, params, request, response }: HttpContext) {
    const payload = await request.validateUsing(reportReviewValidator)
    const { reviewId } = params
    await this.reportReview.execute({ actor: actor!, reviewId, ...payload })
    response.status(204)
  }
}
