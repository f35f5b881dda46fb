import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ToggleListing from '#catalogue/actions/toggle_listing'
import GetListing from '#catalogue/queries/get_listing'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import { toggleValidator } from '#catalogue/validators/product'

/** Whether a package is sold at all. */
@inject()
export default class PackageStatusesController {
  constructor(
    private toggleListing: ToggleListing,
    private getListing: GetListing
  ) {}

  /** Enable or disable a package: `status`, or the other one than now. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const { status } = await request.validateUsing(toggleValidator)
    await this.toggleListing.execute({ actor: actor!, listingId: params.packageId, status })
    const listing = await this.getListing.own(actor!, params.packageId)
    return serialize(ListingTransformer.transform(listing).useVariant('forOwnerPage'))
  }
}
