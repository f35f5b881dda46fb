import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ModerateListing from '#catalogue/actions/moderate_listing'
import GetListing from '#catalogue/queries/get_listing'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import { moderationValidator } from '#catalogue/validators/moderation'

/** What staff say about a listing. */
@inject()
export default class ListingModerationsController {
  constructor(
    private moderateListing: ModerateListing,
    private getListing: GetListing
  ) {}

  /** Approve, hide (with a reason) or reinstate a listing; its partner is told. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const verdict = await request.validateUsing(moderationValidator)
    const listingId: string = params.listingId
    await this.moderateListing.execute({ actor: actor!, listingId, ...verdict })
    const listing = await this.getListing.own(actor!, listingId)
    return serialize(ListingTransformer.transform(listing).useVariant('forOwnerPage'))
  }
}
