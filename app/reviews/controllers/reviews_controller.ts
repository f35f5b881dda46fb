import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import EditReview from '#reviews/actions/edit_review'
import PublishReview from '#reviews/actions/publish_review'
import OwnReviewTransformer from '#reviews/transformers/own_review_transformer'
import { editReviewValidator, publishReviewValidator } from '#reviews/validators/review'

/** What a client says about delivered lines. */
@inject()
export default class ReviewsController {
  constructor(
    private publishReview: PublishReview,
    private editReview: EditReview
  ) {}

  /** Review a line of an own order that was delivered; each line once. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const payload = await request.validateUsing(publishReviewValidator)
    const review = await this.publishReview.execute({ actor: actor!, ...payload })
    response.status(201)
    return serialize(OwnReviewTransformer.transform(review))
  }

  /** Change an own review while the time for it lasts. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const payload = await request.validateUsing(editReviewValidator)
    const { reviewId } = params
    const review = await this.editReview.execute({ actor: actor!, reviewId, ...payload })
    return serialize(OwnReviewTransformer.transform(review))
  }
}
