import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListStaffListings from '#catalogue/queries/list_staff_listings'
import ListingTransformer from '#catalogue/transformers/listing_transformer'
import { listStaffListingsValidator } from '#catalogue/validators/list'

/** Everything that is on sale or waits to be, for staff. */
@inject()
export default class ListingsController {
  constructor(private listListings: ListStaffListings) {}

  /** Products, packages and events in every state; `moderation=pending` is the queue, oldest first. */
  async index({ request, serializePage }: HttpContext) {
    const input = await request.validateUsing(listStaffListingsValidator)
    const { limit, cursor, count, ...filters } = input
    const page = await this.listListings.execute({ limit, cursor, count }, filters)
    const rows = ListingTransformer.transform(page.rows).useVariant('forOwner')
    return serializePage(rows, page.meta)
  }
}
