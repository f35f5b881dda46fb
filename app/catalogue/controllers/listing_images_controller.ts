import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ChangeImages, { MAX_IMAGES } from '#catalogue/actions/change_images'
import GetListing from '#catalogue/queries/get_listing'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import { receiveFiles } from '#core/files/receive'
import { storeImage, type StagedFile } from '#core/files/store'

const RULES = { maxCount: MAX_IMAGES, maxBytes: 8 * 1024 ** 2, accept: ['image' as const] }

/** The pictures of a product, a package or an event, whichever the address names. */
@inject()
export default class ListingImagesController {
  constructor(
    private changeImages: ChangeImages,
    private getListing: GetListing
  ) {}

  /** Add pictures (multipart field `images`) behind those that are there; at most 12 together. */
  async store(ctx: HttpContext) {
    const actor = ctx.actor!
    const listingId = listingOf(ctx.params)
    const files = await receiveFiles(ctx, { field: 'images', ...RULES })
    const { facts } = await this.getListing.own(actor, listingId)
    const images: StagedFile[] = []
    for (const file of files)
      images.push(await storeImage(file, { ownerId: facts.partner.user_id, purpose: 'listing' }))
    await this.changeImages.add({ actor, listingId, images })
    ctx.response.status(201)
    const listing = await this.getListing.own(actor, listingId)
    return ctx.serialize(ListingTransformer.transform(listing).useVariant('forOwnerPage'))
  }

  /** Remove a picture. */
  async destroy({ actor, params, response }: HttpContext) {
    const listingId = listingOf(params)
    await this.changeImages.remove({ actor: actor!, listingId, imageId: params.imageId })
    response.status(204)
  }
}

function listingOf({ productId, packageId, eventId }: Record<string, string>): string {
  return productId ?? packageId ?? eventId
}
