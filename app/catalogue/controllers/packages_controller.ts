import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { actorIfAny } from '#auth/services/authentication'
import CreateListing from '#catalogue/actions/create_listing'
import DeleteListing from '#catalogue/actions/delete_listing'
import UpdateListing from '#catalogue/actions/update_listing'
import BrowseListings from '#catalogue/queries/browse_listings'
import GetListing from '#catalogue/queries/get_listing'
import { placeOf } from '#catalogue/queries/shopping_region'
import { answerListing, answerOwnListing } from '#catalogue/services/listing_answer'
import { publicAnswer } from '#catalogue/services/public_answers'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import { listPackagesValidator } from '#catalogue/validators/list'
import { changedPackageValidator, newPackageValidator } from '#catalogue/validators/package'

/** Packages: a piece of work at a price. No stock is kept of them. */
@inject()
export default class PackagesController {
  constructor(
    private browseListings: BrowseListings,
    private getListing: GetListing,
    private createListing: CreateListing,
    private updateListing: UpdateListing,
    private deleteListing: DeleteListing
  ) {}

  /** Find packages by platform, content, price, category, rating, partner and words. */
  async index(ctx: HttpContext) {
    const { limit, cursor, count, region, ...filters } =
      await ctx.request.validateUsing(listPackagesValidator)
    const actor = await actorIfAny(ctx)
    const place = await placeOf({ region, userId: actor?.id, ip: ctx.request.ip() })
    const search = { ...filters, kind: 'package' as const, place }
    const answer = await publicAnswer(JSON.stringify([search, limit, cursor, count]), async () => {
      const page = await this.browseListings.execute({ limit, cursor, count }, search)
      return ctx.serializePage(ListingTransformer.transform(page.rows), page.meta)
    })
    return ctx.sendJson(answer)
  }

  /** One package; its partner and staff see it in every state. */
  async show(ctx: HttpContext) {
    return answerListing(ctx, this.getListing, ctx.params.packageId)
  }

  /** Offer a package. */
  async store(ctx: HttpContext) {
    const { actor, request, response } = ctx
    const input = await request.validateUsing(newPackageValidator)
    const { title, description, categoryId, status, sku, prices, ...details } = input
    const id = await this.createListing.execute({
      actor: actor!,
      kind: 'package',
      title,
      description,
      categoryId,
      status,
      details,
      variants: [{ sku, prices, stock: null }],
    })
    response.status(201)
    return answerOwnListing(ctx, this.getListing, id)
  }

  /** Change a package; what is not sent stays. */
  async update(ctx: HttpContext) {
    const { actor, params, request } = ctx
    const changes = await request.validateUsing(changedPackageValidator)
    await this.updateListing.execute({ actor: actor!, listingId: params.packageId, changes })
    return answerOwnListing(ctx, this.getListing, params.packageId)
  }

  /** Delete a package; orders keep what they have of it. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.deleteListing.execute({ actor: actor!, listingId: params.packageId })
    response.status(204)
  }
}
