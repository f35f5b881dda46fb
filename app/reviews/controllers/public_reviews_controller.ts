import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListPublicReviews from '#reviews/queries/list_public_reviews'
import ReviewTransformer from '#reviews/transformers/review_transformer'
import { listPublicReviewsValidator } from '#reviews/validators/review'

/** Reviews, for everybody. */
@inject()
export default class PublicReviewsController {
  constructor(private listReviews: ListPublicReviews) {}

  /** The reviews of a product, with its rating. */
  async product({ params, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listPublicReviewsValidator)
    const page = await this.listReviews.ofProduct(params.productId, filters)
    const { rows, meta, rating } = page
    return serializePage(ReviewTransformer.transform(rows), { ...meta, rating })
  }

  /** The reviews of a partner, with the partner's rating. */
  async partner({ params, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listPublicReviewsValidator)
    const page = await this.listReviews.ofPartner(params.partnerId, filters)
    const { rows, meta, rating } = page
    return serializePage(ReviewTransformer.transform(rows), { ...meta, rating })
  }
}
