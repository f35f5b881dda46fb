import db from '@adonisjs/lucid/services/db'
import {
  LISTING_COLUMNS,
  shown,
  type ListingRow,
  type ShownListing,
} from '#catalogue/queries/listing_rows'
import type { ListingKind } from '#catalogue/services/kinds'
import { isModerator } from '#catalogue/services/own_listing'
import type { Actor } from '#core/actor'
import { NotFound } from '#core/errors'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'

/** All that a partner has listed, in every state, for the partner and for staff who moderate. */
export default class ListOwnListings {
  /** @throws NotFound for everybody else */
  async execute(
    actor: Actor,
    { partnerId, kind }: { partnerId: string; kind: ListingKind },
    { limit, cursor, count }: PageRequest
  ): Promise<Page<ShownListing>> {
    const partner = db.from('partners').where({ id: partnerId }).select('id')
    if (!isModerator(actor)) partner.where({ user_id: actor.id })
    if (!(await partner.first())) throw new NotFound()
    const query = db
      .from('listings')
      .where({ partner_id: partnerId, kind })
      .whereNull('deleted_at')
      .select(LISTING_COLUMNS)
    const page = await keysetPage<ListingRow>(query, { limit, cursor, count }, [
      { column: 'listings.id', direction: 'desc', valueOf: (row) => row.id },
    ])
    return { rows: await shown(page.rows, null), meta: page.meta }
  }
}
