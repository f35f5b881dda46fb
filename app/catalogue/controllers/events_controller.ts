import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { actorIfAny } from '#auth/services/authentication'
import CreateListing from '#catalogue/actions/create_listing'
import DeleteListing from '#catalogue/actions/delete_listing'
import UpdateListing from '#catalogue/actions/update_listing'
import GetListing from '#catalogue/queries/get_listing'
import ListEvents from '#catalogue/queries/list_events'
import { placeOf } from '#catalogue/queries/shopping_region'
import { isSeller } from '#catalogue/services/own_listing'
import { publicAnswer } from '#catalogue/services/public_answers'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import { changedEventValidator, newEventValidator } from '#catalogue/validators/event'
import { listEventsValidator, showListingValidator } from '#catalogue/validators/list'

/** Sale events: offers for a limited time, with a price and a stock of their own. */
@inject()
export default class EventsController {
  constructor(
    private listEvents: ListEvents,
    private getListing: GetListing,
    private createListing: CreateListing,
    private updateListing: UpdateListing,
    private deleteListing: DeleteListing
  ) {}

  /** Events that run or will run, the one that ends first at the top. */
  async index(ctx: HttpContext) {
    const { limit, cursor, region, ...filters } =
      await ctx.request.validateUsing(listEventsValidator)
    const actor = await actorIfAny(ctx)
    const place = await placeOf({ region, userId: actor?.id, ip: ctx.request.ip() })
    const search = { ...filters, place }
    const key = JSON.stringify(['events', search, limit, cursor])
    const answer = await publicAnswer(key, async () => {
      const page = await this.listEvents.execute({ limit, cursor }, search)
      return ctx.serializePage(ListingTransformer.transform(page.rows), page.meta)
    })
    return ctx.sendJson(answer)
  }

  /** One event, also when it is over; its partner and staff see it in every state. */
  async show(ctx: HttpContext) {
    const { region, currency } = await ctx.request.validateUsing(showListingValidator)
    const id: string = ctx.params.eventId
    const actor = await actorIfAny(ctx)
    if (actor && (await isSeller(actor, id))) {
      const own = await this.getListing.own(actor, id)
      return ctx.serialize(ListingTransformer.transform(own).useVariant('forOwnerPage'))
    }
    const place = await placeOf({ region, userId: actor?.id, ip: ctx.request.ip() })
    const answer = await publicAnswer(JSON.stringify([id, place, currency]), async () => {
      const listing = await this.getListing.public(id, { place, currency })
      return ctx.serialize(ListingTransformer.transform(listing).useVariant('forPage'))
    })
    return ctx.sendJson(answer)
  }

  /** Offer something for a limited time. */
  async store({ actor, request, response, serialize }: HttpContext) {
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
    const listing = await this.getListing.own(actor!, id)
    return serialize(ListingTransformer.transform(listing).useVariant('forOwnerPage'))
  }

  /** Change an event; its stock changes as that of every variant. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const changes = await request.validateUsing(changedEventValidator)
    await this.updateListing.execute({ actor: actor!, listingId: params.eventId, changes })
    const listing = await this.getListing.own(actor!, params.eventId)
    return serialize(ListingTransformer.transform(listing).useVariant('forOwnerPage'))
  }

  /** Delete an event; orders keep what they have of it. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.deleteListing.execute({ actor: actor!, listingId: params.eventId })
    response.status(204)
  }
}
