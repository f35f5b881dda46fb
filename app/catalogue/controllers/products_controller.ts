import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { actorIfAny } from '#auth/services/authentication'
import CreateListing from '#catalogue/actions/create_listing'
import DeleteListing from '#catalogue/actions/delete_listing'
import UpdateListing from '#catalogue/actions/update_listing'
import BrowseListings, { type ListingSearch } from '#catalogue/queries/browse_listings'
import GetListing from '#catalogue/queries/get_listing'
import ListingFacets from '#catalogue/queries/listing_facets'
import { categoryNamed } from '#catalogue/queries/category_named'
import { placeOf } from '#catalogue/queries/shopping_region'
import { answerListing, answerOwnListing } from '#catalogue/services/listing_answer'
import { publicAnswer } from '#catalogue/services/public_answers'
import { variantsOfProduct } from '#catalogue/services/variants'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import {
  categoryProductsValidator,
  listProductsValidator,
  searchProductsValidator,
} from '#catalogue/validators/list'
import { changedProductValidator, newProductValidator } from '#catalogue/validators/product'
import type { PageRequest } from '#core/support/page'

type Filters = Omit<ListingSearch, 'place' | 'kind'> & { region?: string; facets?: boolean }

/** Products: as anybody may buy them, and as their partners make them. */
@inject()
export default class ProductsController {
  constructor(
    private browseListings: BrowseListings,
    private listingFacets: ListingFacets,
    private getListing: GetListing,
    private createListing: CreateListing,
    private updateListing: UpdateListing,
    private deleteListing: DeleteListing
  ) {}

  /** Find products by category, price, rating, stock, partner and words; for a region's buyers. */
  async index(ctx: HttpContext) {
    const { limit, cursor, count, ...filters } =
      await ctx.request.validateUsing(listProductsValidator)
    return this.#list(ctx, { limit, cursor, count }, filters)
  }

  /** Full text search: each word begins a word of the title or the description. */
  async search(ctx: HttpContext) {
    const { limit, cursor, count, ...filters } =
      await ctx.request.validateUsing(searchProductsValidator)
    return this.#list(ctx, { limit, cursor, count }, filters)
  }

  /** Products of a category (its slug or id) and of everything below it. */
  async category(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(categoryProductsValidator)
    const { limit, cursor, count, ...filters } = input
    const categoryId = await categoryNamed(ctx.params.category)
    return this.#list(ctx, { limit, cursor, count }, { ...filters, categoryId })
  }

  /** One product with its variants; its partner and staff see it in every state. */
  async show(ctx: HttpContext) {
    return answerListing(ctx, this.getListing, ctx.params.productId)
  }

  /** Offer a product: with `variants`, or with `prices` (and `stock`) of the only one. */
  async store(ctx: HttpContext) {
    const { actor, request, response } = ctx
    const input = await request.validateUsing(newProductValidator)
    const { title, description, categoryId, status, partnerId, billingInterval } = input
    const id = await this.createListing.execute({
      actor: actor!,
      kind: 'product',
      partnerId,
      title,
      description,
      categoryId,
      status,
      details: { billingInterval },
      variants: variantsOfProduct(input),
    })
    response.status(201)
    return answerOwnListing(ctx, this.getListing, id)
  }

  /** Change a product; what is not sent stays. */
  async update(ctx: HttpContext) {
    const { actor, params, request } = ctx
    const changes = await request.validateUsing(changedProductValidator)
    await this.updateListing.execute({ actor: actor!, listingId: params.productId, changes })
    return answerOwnListing(ctx, this.getListing, params.productId)
  }

  /** Delete a product; orders keep what they have of it. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.deleteListing.execute({ actor: actor!, listingId: params.productId })
    response.status(204)
  }

  async #list(ctx: HttpContext, page: PageRequest, { region, facets, ...filters }: Filters) {
    const actor = await actorIfAny(ctx)
    const place = await placeOf({ region, userId: actor?.id, ip: ctx.request.ip() })
    const search = { ...filters, kind: 'product' as const, place }
    const answer = await publicAnswer(JSON.stringify([search, page, facets]), async () => {
      const { rows, meta } = await this.browseListings.execute(page, search)
      const counted = facets ? { facets: await this.listingFacets.execute(search) } : {}
      return ctx.serializePage(ListingTransformer.transform(rows), { ...meta, ...counted })
    })
    return ctx.sendJson(answer)
  }
}
