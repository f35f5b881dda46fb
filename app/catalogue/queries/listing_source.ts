/*
 * Which index a list of listings is read by. Both databases are told: they guess wrong as soon as
 * filters and the order of the page pull at different indexes (docs/adr/0008-discovery.md).
 */
import db from '@adonisjs/lucid/services/db'
import type { ListingFilters } from '#catalogue/queries/browse_listings'
import { narrowingByWords } from '#catalogue/queries/listing_words'
import { BILLING_INTERVALS } from '#catalogue/services/kinds'
import {
  byIndex,
  fewestOf,
  fromFew,
  isMysql,
  nextTo,
  type Narrowing,
  type TableSource,
} from '#core/database/few_rows'
import { marksFor } from '#core/database/statements'
import { MAX_AMOUNT } from '#core/support/money'

const SORT_COLUMNS: Record<string, string[]> = {
  rating: ['rating_score'],
  best_selling: ['sold_count'],
}

/** What the query selects from, and whether that is the result of the words already. */
export async function listingSource(filters: ListingFilters, categoryIds?: string[]) {
  const few = await fewestOf(narrowingsOf(filters, categoryIds))
  const { sql, bindings } = few
    ? withPrices(fromFew('listings', few, filters.q !== undefined), filters)
    : inOrder(filters, categoryIds)
  return { source: db.raw(sql, bindings), isByWords: few?.filter === 'words' }
}

function inOrder(filters: ListingFilters, categoryIds?: string[]): TableSource {
  // FULLTEXT is an index of its own
  if (filters.q && isMysql()) return withPrices({ sql: 'listings', bindings: [] }, filters)
  if (filters.sort.endsWith('price')) return byPrice(filters, categoryIds)
  const columns = ['is_public', ...columnsServing(filters, categoryIds), 'id']
  const sql = byIndex('listings', `listings_${columns.join('_')}_index`)
  return withPrices({ sql, bindings: [] }, filters)
}

/** The filters that have an index in the order of the sort, and the sort. */
function columnsServing(filters: ListingFilters, categoryIds?: string[]) {
  const { sort, partnerId, platform, featured } = filters
  if (sort.endsWith('price')) return categoryIds?.length === 1 ? ['category_id'] : []
  if (sort !== 'newest') return ['kind', ...SORT_COLUMNS[sort]]
  if (partnerId) return ['partner_id', 'kind']
  if (categoryIds?.length === 1) return ['kind', 'category_id']
  if (platform) return ['kind', 'platform']
  return featured ? ['kind', 'is_featured'] : ['kind']
}

/** Adds the price in the currency that is asked for; what has none falls out. */
function withPrices(source: TableSource, { currency }: ListingFilters): TableSource {
  if (!currency) return source
  const primary = isMysql() ? 'PRIMARY' : 'sqlite_autoindex_listing_prices_1'
  return {
    sql: `${source.sql} ${nextTo()} ${byIndex('listing_prices', primary)}
       ON listing_prices.listing_id = listings.id AND listing_prices.currency = ?`,
    bindings: [...source.bindings, currency],
  }
}

/** The cheapest or dearest first, whatever it is a price of. */
function byPrice({ kind, currency }: ListingFilters, categoryIds?: string[]): TableSource {
  const isOneCategory = categoryIds?.length === 1
  const index = isOneCategory ? 'listing_prices_by_category' : 'listing_prices_by_kind'
  const primary = isMysql() ? 'PRIMARY' : 'sqlite_autoindex_listings_1'
  return {
    sql: `${byIndex('listing_prices', index)} ${nextTo()} ${byIndex('listings', primary)}
       ON listings.id = listing_prices.listing_id AND listing_prices.is_public = 1
         AND listing_prices.kind = ? AND listing_prices.currency = ?
         ${isOneCategory ? 'AND listing_prices.category_id = ?' : ''}`,
    bindings: [kind, currency!, ...(isOneCategory ? categoryIds : [])],
  }
}

/** The filters that an index can count, apart from what the order of the page serves anyway. */
function narrowingsOf(filters: ListingFilters, categoryIds?: string[]): Narrowing[] {
  const { kind, sort, partnerId, platform, currency, priceMin, priceMax, q } = filters
  const served = columnsServing(filters, categoryIds)
  const narrowings: Narrowing[] = []
  const add = (filter: string, sql: string, bindings: Narrowing['bindings']) =>
    narrowings.push({ filter, sql, bindings })
  const publicBy = (columns: string, where: string, bindings: readonly string[]) => {
    const source = byIndex('listings', `listings_is_public_${columns}_id_index`)
    const sql = `SELECT id FROM ${source} WHERE is_public = 1 AND kind = ? AND ${where}`
    add(columns, sql, [kind, ...bindings])
  }
  if (categoryIds && !served.includes('category_id'))
    publicBy('kind_category_id', `category_id IN (${marksFor(categoryIds)})`, categoryIds)
  if (partnerId && !served.includes('partner_id'))
    publicBy('partner_id_kind', 'partner_id = ?', [partnerId])
  if (platform && !served.includes('platform'))
    publicBy('kind_platform', 'platform = ?', [platform])
  if (filters.featured && !served.includes('is_featured'))
    publicBy('kind_is_featured', 'is_featured = 1', [])
  if (filters.recurring)
    publicBy(
      'kind_billing_interval',
      `billing_interval IN (${marksFor(BILLING_INTERVALS)})`,
      BILLING_INTERVALS
    )
  if (currency && !sort.endsWith('price'))
    add(
      'price',
      `SELECT listing_id AS id FROM ${byIndex('listing_prices', 'listing_prices_by_kind')}
         WHERE is_public = 1 AND kind = ? AND currency = ? AND min_amount BETWEEN ? AND ?`,
      [kind, currency, priceMin ?? 0, priceMax ?? MAX_AMOUNT]
    )
  const words = q && narrowingByWords(q)
  if (words) narrowings.push(words)
  return narrowings
}
