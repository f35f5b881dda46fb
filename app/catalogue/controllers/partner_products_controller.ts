import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { actorIfAny } from '#auth/services/authentication'
import BrowseListings from '#catalogue/queries/browse_listings'
import ListOwnListings from '#catalogue/queries/list_own_listings'
import { placeOf } from '#catalogue/queries/shopping_region'
import { publicAnswer } from '#catalogue/services/public_answers'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import { partnerListingsValidator } from '#catalogue/validators/list'
import GetPublicPartner from '#partners/queries/get_public_partner'

/** What a partner sells. */
@inject()
export default class PartnerProductsController {
  constructor(
    private browseListings: BrowseListings,
    private listOwnListings: ListOwnListings,
    private getPublicPartner: GetPublicPartner
  ) {}

  /** The products of a partner, newest first; with `all` the partner sees those not public, too. */
  async index(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(partnerListingsValidator)
    const { limit, cursor, count, region, currency, all } = input
    const partnerId: string = ctx.params.partnerId
    const actor = await actorIfAny(ctx)
    if (all && actor) {
      const page = await this.listOwnListings.execute(actor, { partnerId, kind: 'product' }, input)
      const rows = ListingTransformer.transform(page.rows).useVariant('forOwner')
      return ctx.serializePage(rows, page.meta)
    }
    const place = await placeOf({ region, userId: actor?.id, ip: ctx.request.ip() })
    const search = { kind: 'product' as const, partnerId, place, currency, sort: 'newest' as const }
    const answer = await publicAnswer(JSON.stringify([search, limit, cursor, count]), async () => {
      await this.getPublicPartner.execute(partnerId)
      const page = await this.browseListings.execute({ limit, cursor, count }, search)
      return ctx.serializePage(ListingTransformer.transform(page.rows), page.meta)
    })
    return ctx.sendJson(answer)
  }
}
