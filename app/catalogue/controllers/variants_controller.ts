import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ChangeVariants from '#catalogue/actions/change_variants'
import GetListing from '#catalogue/queries/get_listing'
import { listingOfVariant } from '#catalogue/queries/listing_of_variant'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import { changedVariantValidator, newVariantValidator } from '#catalogue/validators/product'

/** What can be put in a cart: the choices of a listing. The answer is always the whole listing. */
@inject()
export default class VariantsController {
  constructor(
    private changeVariants: ChangeVariants,
    private getListing: GetListing
  ) {}

  /** Add a variant to a product. */
  async store({ actor, params, request, response, serialize }: HttpContext) {
    const input = await request.validateUsing(newVariantValidator)
    const listingId: string = params.productId
    const variant = { ...input, stock: input.stock === undefined ? 0 : input.stock }
    await this.changeVariants.add({ actor: actor!, listingId, variant })
    response.status(201)
    const listing = await this.getListing.own(actor!, listingId)
    return serialize(ListingTransformer.transform(listing).useVariant('forOwnerPage'))
  }

  /** Change label, options, prices or position; orders that were placed keep theirs. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const changes = await request.validateUsing(changedVariantValidator)
    await this.changeVariants.change({ actor: actor!, variantId: params.variantId, changes })
    const listing = await this.getListing.own(actor!, await listingOfVariant(params.variantId))
    return serialize(ListingTransformer.transform(listing).useVariant('forOwnerPage'))
  }

  /** Retire a variant; the last one of a listing stays. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.changeVariants.retire({ actor: actor!, variantId: params.variantId })
    response.status(204)
  }
}
