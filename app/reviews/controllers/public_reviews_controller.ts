import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListPublicReviews, {
  type PublicReviewsRequest,
  type RatedPage,
} from '#reviews/queries/list_public_reviews'
import ReviewTransformer from '#reviews/transformers/review_transformer'
import { listPublicReviewsValidator } from '#reviews/validators/review'

/** Reviews, for everybody. */
@inject()
export default class PublicReviewsController {
  constructor(private listReviews: ListPublicReviews) {}

  /** The reviews of a product, with its rating. */
  product(ctx: HttpContext) {
    return this.#answer(ctx, (filters) => {
      return this.listReviews.ofListing('product', ctx.params.productId, filters)
    })
  }

  /** The reviews of a package, with its rating. */
  package(ctx: HttpContext) {
    return this.#answer(ctx, (filters) => {
      return this.listReviews.ofListing('package', ctx.params.packageId, filters)
    })
  }

  /** The reviews of an event, with its rating. */
  event(ctx: HttpContext) {
    return this.#answer(ctx, (filters) => {
      return this.listReviews.ofListing('event', ctx.params.eventId, filters)
    })
  }

  /** The reviews of a partner, with the partner's rating. */
  partner(ctx: HttpContext) {
    return this.#answer(ctx, (filters) => {
      return this.listReviews.ofPartner(ctx.params.partnerId, filters)
    })
  }

  async #answer(
    { request, serializePage }: HttpContext,
    list: (filters: PublicReviewsRequest) => Promise<RatedPage>
  ) {
    const { rows, meta, rating } = await list(
      await request.validateUsing(listPublicReviewsValidator)
    )
    return serializePage(ReviewTransformer.transform(rows), { ...meta, rating })
  }
}
