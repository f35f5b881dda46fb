import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { actorIfAny } from '#auth/services/authentication'
import CreateListing from '#catalogue/actions/create_listing'
import DeleteListing from '#catalogue/actions/delete_listing'
import UpdateListing from '#catalogue/actions/update_listing'
import GetListing from '#catalogue/queries/get_listing'
import ListEvents from '#catalogue/queries/list_events'
import ListOwnListings from '#catalogue/queries/list_own_listings'
import { placeOf } from '#catalogue/queries/shopping_region'
import { answerListing, answerOwnListing } from '#catalogue/services/listing_answer'
import { publicAnswer } from '#catalogue/services/public_answers'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import { changedEventValidator, newEventValidator } from '#catalogue/validators/event'
import { listEventsValidator } from '#catalogue/validators/list'

/** Sale events: offers for a limited time, with a price and a stock of their own. */
@inject()
export default class EventsController {
  constructor(
    private listEvents: ListEvents,
    private listOwnListings: ListOwnListings,
    private getListing: GetListing,
    private createListing: CreateListing,
    private updateListing: UpdateListing,
    private deleteListing: DeleteListing
  ) {}

  /**
   * Events that run or will run, the one that ends first at the top; with `all` a partner sees their
   * own in every state, the newest first.
   */
  async index(ctx: HttpContext) {
    const { limit, cursor, count, region, all, ...filters } =
      await ctx.request.validateUsing(listEventsValidator)
    const actor = await actorIfAny(ctx)
    if (all && actor) {
      const of = { partnerId: filters.partnerId!, kind: 'event' as const }
      const page = await this.listOwnListings.execute(actor, of, { limit, cursor, count })
      const rows = ListingTransformer.transform(page.rows).useVariant('forOwner')
      return ctx.serializePage(rows, page.meta)
    }
    const place = await placeOf({ region, userId: actor?.id, ip: ctx.request.ip() })
    const search = { ...filters, place }
    const key = JSON.stringify(['events', search, limit, cursor, count])
    const answer = await publicAnswer(key, async () => {
      const page = await this.listEvents.execute({ limit, cursor, count }, search)
      return ctx.serializePage(ListingTransformer.transform(page.rows), page.meta)
    })
    return ctx.sendJson(answer)
  }

  /** One event, also when it is over; its partner and staff see it in every state. */
  async show(ctx: HttpContext) {
    return answerListing(ctx, this.getListing, ctx.params.eventId)
  }

  /** Offer something for a limited time. */
  async store(ctx: HttpContext) {
    const { actor, request, response } = ctx
    const input = await request.validateUsing(newEventValidator)
    const { title, description, categoryId, status, sku, prices, stock, ...details } = input
    const id = await this.createListing.execute({
      actor: actor!,
      kind: 'event',
      title,
      description,
      categoryId,
      status,
      details,
      variants: [{ sku, prices, stock }],
    })
    response.status(201)
    return answerOwnListing(ctx, this.getListing, id)
  }

  /** Change an event; its stock changes as that of every variant. */
  async update(ctx: HttpContext) {
    const { actor, params, request } = ctx
    const changes = await request.validateUsing(changedEventValidator)
    await this.updateListing.execute({ actor: actor!, listingId: params.eventId, changes })
    return answerOwnListing(ctx, this.getListing, params.eventId)
  }

  /** Delete an event; orders keep what they have of it. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.deleteListing.execute({ actor: actor!, listingId: params.eventId })
    response.status(204)
  }
}
