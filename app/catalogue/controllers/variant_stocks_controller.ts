import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ChangeStock from '#catalogue/actions/change_stock'
import GetListing from '#catalogue/queries/get_listing'
import { listingOfVariant } from '#catalogue/queries/listing_of_variant'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import { stockValidator } from '#catalogue/validators/product'

/** How many there are of a variant. */
@inject()
export default class VariantStocksController {
  constructor(
    private changeStock: ChangeStock,
    private getListing: GetListing
  ) {}

  /** Change the stock by `delta`, or to `onHand` if nothing changed since `version` was read. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const change = await request.validateUsing(stockValidator)
    await this.changeStock.execute({ actor: actor!, variantId: params.variantId, ...change })
    const listing = await this.getListing.own(actor!, await listingOfVariant(params.variantId))
    return serialize(ListingTransformer.transform(listing).useVariant('forOwnerPage'))
  }
}
