import db from '@adonisjs/lucid/services/db'
import {
  LISTING_COLUMNS,
  shown,
  type ListingRow,
  type ShownListing,
} from '#catalogue/queries/listing_rows'
import { regionOfPlace, soldIn } from '#catalogue/queries/shopping_region'
import { categoryTree } from '#categories/queries/category_tree'
import { byIndex } from '#core/database/few_rows'
import { clock } from '#core/support/clock'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'

export interface EventSearch {
  /** see shopping_region.ts */
  place: string
  currency?: string
  categoryId?: string
  partnerId?: string
  /** true: those that have begun; false: those that will */
  running?: boolean
}

/** Sale events that are not over, the one that ends first at the top: five queries. */
export default class ListEvents {
  /** @throws InvalidField for a region that does not exist */
  async execute(request: PageRequest, search: EventSearch): Promise<Page<ShownListing>> {
    const region = await regionOfPlace(search.place)
    const currency = search.currency ?? region?.currency ?? null
    const query = runningOrComing(search)
    if (search.categoryId) {
      const below = (await categoryTree()).descendantsOf(search.categoryId)
      query.whereIn('listings.category_id', [search.categoryId, ...below])
    }
    if (currency)
      query.whereRaw(
        `(SELECT COUNT(*) FROM listing_prices WHERE listing_id = listings.id AND currency = ?) > 0`,
        [currency]
      )
    if (region) soldIn(query, region)
    const page = await keysetPage<ListingRow>(query, request, [
      { column: 'listings.ends_at', direction: 'asc', valueOf: (row) => Number(row.ends_at) },
      { column: 'listings.id', direction: 'asc', valueOf: (row) => row.id },
    ])
    return { rows: await shown(page.rows, currency), meta: page.meta }
  }
}

/** Read in the order of their ends, from now on: what is over is never looked at. */
function runningOrComing({ partnerId, running }: EventSearch) {
  const now = clock.now()
  const source = byIndex('listings', 'listings_is_public_kind_ends_at_id_index')
  const query = db
    .from(db.raw(source) as unknown as string)
    .where('listings.is_public', true)
    .where('listings.kind', 'event')
    .where('listings.ends_at', '>', now)
    .select(LISTING_COLUMNS)
  if (partnerId) query.where('listings.partner_id', partnerId)
  if (running !== undefined) query.where('listings.starts_at', running ? '<=' : '>', now)
  return query
}
