import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListPublicReviews, { type RatedPage } from '#reviews/queries/list_public_reviews'
import ReviewTransformer from '#reviews/transformers/review_transformer'
import { listPublicReviewsValidator } from '#reviews/validators/review'

/** Reviews, for everybody. */
@inject()
export default class PublicReviewsController {
  constructor(private listReviews: ListPublicReviews) {}

  /** The reviews of a product, with its rating. */
  async product(ctx: HttpContext) {
    const filters = await ctx.request.validateUsing(listPublicReviewsValidator)
    return answer(ctx, await this.listReviews.ofListing('product', ctx.params.productId, filters))
  }

  /** The reviews of a package, with its rating. */
  async package(ctx: HttpContext) {
    const filters = await ctx.request.validateUsing(listPublicReviewsValidator)
    return answer(ctx, await this.listReviews.ofListing('package', ctx.params.packageId, filters))
  }

  /** The reviews of an event, with its rating. */
  async event(ctx: HttpContext) {
    const filters = await ctx.request.validateUsing(listPublicReviewsValidator)
    return answer(ctx, await this.listReviews.ofListing('event', ctx.params.eventId, filters))
  }

  /** The reviews of a partner, with the partner's rating. */
  async partner(ctx: HttpContext) {
    const filters = await ctx.request.validateUsing(listPublicReviewsValidator)
    return answer(ctx, await this.listReviews.ofPartner(ctx.params.partnerId, filters))
  }
}

function answer({ serializePage }: HttpContext, { rows, meta, rating }: RatedPage) {
  return serializePage(ReviewTransformer.transform(rows), { ...meta, rating })
}
