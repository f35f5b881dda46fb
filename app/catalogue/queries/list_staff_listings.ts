import db from '@adonisjs/lucid/services/db'
import {
  LISTING_COLUMNS,
  shown,
  type ListingRow,
  type ShownListing,
} from '#catalogue/queries/listing_rows'
import { havingWords, narrowingByWords } from '#catalogue/queries/listing_words'
import type { ListingKind, ListingStatus } from '#catalogue/services/kinds'
import type { ModerationState } from '#catalogue/services/moderation'
import { byIndex, fewestOf, fromFew, isMysql, type TableSource } from '#core/database/few_rows'
import { whereMadeWithin, type Window } from '#core/database/made_within'
import { keysetPage, type Page, type PageRequest, type SortKey } from '#core/support/page'

/** Made in the window. */
export interface StaffListingFilters extends Window {
  moderation?: ModerationState
  kind?: ListingKind
  status?: ListingStatus
  partnerId?: string
  q?: string
}

/**
 * Every listing that is not deleted. Those that wait come the longest waiting first, everything else
 * the newest first.
 */
export default class ListStaffListings {
  async execute(request: PageRequest, filters: StaffListingFilters): Promise<Page<ShownListing>> {
    const { moderation, kind, status, partnerId, q } = filters
    const words = q ? narrowingByWords(q) : undefined
    const few = words && (await fewestOf([words]))
    const source = few ? fromFew('listings', few, true) : inOrder(filters)
    const query = db
      .from(db.raw(source.sql, source.bindings) as unknown as string)
      .whereNull('listings.deleted_at')
      .select(LISTING_COLUMNS)
    if (moderation) query.where('listings.moderation', moderation)
    if (kind) query.where('listings.kind', kind)
    if (status) query.where('listings.status', status)
    if (partnerId) query.where('listings.partner_id', partnerId)
    if (q && !few) havingWords(query, q)
    madeWithin(query, filters)
    const page = await keysetPage<ListingRow>(query, request, sortOf(filters))
    return { rows: await shown(page.rows, null), meta: page.meta }
  }
}

/** By whatever the list is sorted by. */
function madeWithin(query: Parameters<typeof whereMadeWithin>[0], filters: StaffListingFilters) {
  const { kind, since, until } = filters
  if (kind) return whereMadeWithin(query, kind, filters, 'listings')
  if (since !== undefined) query.where('listings.created_at', '>=', since)
  if (until !== undefined) query.where('listings.created_at', '<', until)
}

/** Over all kinds ids are not in the order of time: they begin with the kind. */
function sortOf({ moderation, kind }: StaffListingFilters): SortKey<ListingRow>[] {
  const direction = moderation === 'pending' ? 'asc' : 'desc'
  const byId = { column: 'listings.id', direction, valueOf: (row) => row.id } as SortKey<ListingRow>
  if (kind) return [byId]
  return [
    {
      column: 'listings.created_at',
      direction,
      valueOf: (row) => Number(row.created_at),
    },
    byId,
  ]
}

/** The table by the index that has the filters and the order; told to both databases. */
function inOrder({ moderation, kind, partnerId, q }: StaffListingFilters): TableSource {
  if (q && isMysql()) return { sql: 'listings', bindings: [] } // FULLTEXT is an index of its own
  const columns = [
    ...(partnerId ? ['partner_id'] : moderation ? ['moderation'] : []),
    kind ? 'kind' : 'created_at',
    'id',
  ]
  return { sql: byIndex('listings', `listings_${columns.join('_')}_index`), bindings: [] }
}
