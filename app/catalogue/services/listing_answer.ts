import type { HttpContext } from '@adonisjs/core/http'
import { actorIfAny } from '#auth/services/authentication'
import type GetListing from '#catalogue/queries/get_listing'
import { placeOf } from '#catalogue/queries/shopping_region'
import { isSeller } from '#catalogue/services/own_listing'
import { publicAnswer } from '#catalogue/services/public_answers'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import { showListingValidator } from '#catalogue/validators/list'

/**
 * The page of one listing: as it is sold, for anybody; whole and in every state, for its partner and
 * for staff.
 *
 * @throws NotFound
 */
export async function answerListing(ctx: HttpContext, getListing: GetListing, id: string) {
  const { region, currency } = await ctx.request.validateUsing(showListingValidator)
  const actor = await actorIfAny(ctx)
  if (actor && (await isSeller(actor, id))) return answerOwnListing(ctx, getListing, id)
  const place = await placeOf({ region, userId: actor?.id, ip: ctx.request.ip() })
  const answer = await publicAnswer(JSON.stringify([id, place, currency]), async () => {
    const listing = await getListing.public(id, { place, currency })
    return ctx.serialize(ListingTransformer.transform(listing).useVariant('forPage'))
  })
  return ctx.sendJson(answer)
}

/** A listing as its partner and staff see it. */
export async function answerOwnListing(ctx: HttpContext, getListing: GetListing, id: string) {
  const actor = ctx.actor ?? (await actorIfAny(ctx))
  const listing = await getListing.own(actor!, id)
  return ctx.serialize(ListingTransformer.transform(listing).useVariant('forOwnerPage'))
}
