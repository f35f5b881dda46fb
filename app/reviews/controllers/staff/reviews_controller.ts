import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ModerateReview from '#reviews/actions/moderate_review'
import GetStaffReview from '#reviews/queries/get_staff_review'
import ListStaffReviews from '#reviews/queries/list_staff_reviews'
import ReviewWithReportsTransformer from '#reviews/transformers/review_with_reports_transformer'
import StaffReviewTransformer from '#reviews/transformers/staff_review_transformer'
import {
  listStaffReviewsValidator,
  moderateReviewValidator,
  removeReviewValidator,
} from '#reviews/validators/review'

/** The moderation of reviews. */
@inject()
export default class ReviewsController {
  constructor(
    private listReviews: ListStaffReviews,
    private getReview: GetStaffReview,
    private moderateReview: ModerateReview
  ) {}

  /** Reviews for moderation: the most reported first, then the newest. */
  async index({ request, serializePage }: HttpContext) {
    const { limit, cursor, count, ...filters } =
      await request.validateUsing(listStaffReviewsValidator)
    const page = await this.listReviews.execute({ limit, cursor, count }, filters)
    return serializePage(StaffReviewTransformer.transform(page.rows), page.meta)
  }

  /** One review, with who reported it and why. */
  async show({ params, serialize }: HttpContext) {
    const found = await this.getReview.execute(params.reviewId)
    return serialize(ReviewWithReportsTransformer.transform(found))
  }

  /** Keep a review that was reported, hide it, or show it again; its author is told. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const moderation = await request.validateUsing(moderateReviewValidator)
    const { reviewId } = params
    const review = await this.moderateReview.execute({ actor: actor!, reviewId, ...moderation })
    return serialize(StaffReviewTransformer.transform(review))
  }

  /** Take a review away; its author is told the reason. */
  async destroy({ actor, params, request, response }: HttpContext) {
    const { reason } = await request.validateUsing(removeReviewValidator)
    const { reviewId } = params
    await this.moderateReview.execute({ actor: actor!, reviewId, decision: 'remove', reason })
    response.status(204)
  }
}
