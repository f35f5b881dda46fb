import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import FeatureListing from '#catalogue/actions/feature_listing'
import GetListing from '#catalogue/queries/get_listing'
import { answerOwnListing } from '#catalogue/services/listing_answer'
import { featureValidator } from '#catalogue/validators/moderation'

/** Listings that staff put forward. */
@inject()
export default class FeaturedListingsController {
  constructor(
    private featureListing: FeatureListing,
    private getListing: GetListing
  ) {}

  /** Feature or unfeature a listing. */
  async update(ctx: HttpContext) {
    const { featured } = await ctx.request.validateUsing(featureValidator)
    const listingId: string = ctx.params.listingId
    await this.featureListing.execute({ actor: ctx.actor!, listingId, featured })
    return answerOwnListing(ctx, this.getListing, listingId)
  }
}
