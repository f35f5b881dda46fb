import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ReplyToReview from '#reviews/actions/reply_to_review'
import ReviewTransformer from '#reviews/transformers/review_transformer'
import { replyValidator } from '#reviews/validators/review'

/** A partner's public answer to a review. */
@inject()
export default class ReviewRepliesController {
  constructor(private replyToReview: ReplyToReview) {}

  /** Answer a review of oneself, or change the answer. */
  async store({ actor, params, request, serialize }: HttpContext) {
    const { reply } = await request.validateUsing(replyValidator)
    const { reviewId } = params
    const review = await this.replyToReview.execute({ actor: actor!, reviewId, reply })
    return serialize(ReviewTransformer.transform(review))
  }
}
