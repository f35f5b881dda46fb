import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import {
  LISTING_COLUMNS,
  shown,
  type ListingRow,
  type ShownListing,
} from '#catalogue/queries/listing_rows'
import { listingSource } from '#catalogue/queries/listing_source'
import { havingWords } from '#catalogue/queries/listing_words'
import { regionOfPlace, soldIn, type ShoppingRegion } from '#catalogue/queries/shopping_region'
import type { ListingKind } from '#catalogue/services/kinds'
import { categoryTree } from '#categories/queries/category_tree'
import { InvalidField } from '#core/errors'
import { keysetPage, type Page, type PageRequest, type SortKey } from '#core/support/page'

export type ListingSort = 'newest' | 'price' | '-price' | 'rating' | 'best_selling'

export interface ListingFilters {
  kind: ListingKind
  /** this category and everything below it */
  categoryId?: string
  partnerId?: string
  platform?: string
  contentType?: string
  /** prices are asked for in this currency: what has none in it is left out */
  currency?: string
  /** of the lowest price, in minor units of the currency */
  priceMin?: number
  priceMax?: number
  /** of the plain mean of the stars */
  minRating?: number
  inStock?: boolean
  recurring?: boolean
  /** put forward by staff */
  featured?: boolean
  /** not what is not sold there */
  region?: ShoppingRegion | null
  q?: string
  sort: ListingSort
}

export type ListingSearch = Omit<ListingFilters, 'region'> & {
  /** see shopping_region.ts */
  place: string
}

type Query = DatabaseQueryBuilderContract<any>
type Row = ListingRow & { min_amount?: number }

const byId = (direction: 'asc' | 'desc'): SortKey<Row> => ({
  column: 'listings.id',
  direction,
  valueOf: (row) => row.id,
})

const byPrice = (direction: 'asc' | 'desc'): SortKey<Row>[] => [
  {
    column: 'listing_prices.min_amount',
    direction,
    valueOf: (row) => Number(row.min_amount),
  },
  { column: 'listing_prices.listing_id', direction, valueOf: (row) => row.id },
]

const byNumber = (column: 'rating_score' | 'sold_count'): SortKey<Row>[] => [
  {
    column: `listings.${column}`,
    direction: 'desc',
    valueOf: (row) => Number(row[column]),
  },
  byId('desc'),
]

const SORTS: Record<ListingSort, SortKey<Row>[]> = {
  'newest': [byId('desc')],
  'price': byPrice('asc'),
  '-price': byPrice('desc'),
  'rating': byNumber('rating_score'),
  'best_selling': byNumber('sold_count'),
}

/**
 * What anybody may buy. Raw rows: with discovery these are the hottest lists of Souk. As there, the
 * page is cut out of an index in its order, unless one filter leaves only a few listings, which are
 * then read and sorted (docs/adr/0008-discovery.md).
 */
export default class BrowseListings {
  /**
   * @throws InvalidField when prices are compared and no currency is known, or for a region that does
   * not exist
   */
  async execute(request: PageRequest, search: ListingSearch): Promise<Page<ShownListing>> {
    const filters = await filtersOf(search)
    const { query } = await browsable(filters)
    query.select(LISTING_COLUMNS)
    if (filters.currency) query.select('listing_prices.min_amount')
    const page = await keysetPage<Row>(query, request, SORTS[filters.sort])
    return { rows: await shown(page.rows, filters.currency ?? null), meta: page.meta }
  }
}

/** What is searched at a place: its currency, without what is not sold there. */
export async function filtersOf({ place, ...filters }: ListingSearch): Promise<ListingFilters> {
  const region = await regionOfPlace(place)
  return { ...filters, region, currency: filters.currency ?? region?.currency }
}

/** The query before it is sorted and cut; wrapped, since to await a query is to run it. */
export async function browsable(filters: ListingFilters): Promise<{ query: Query }> {
  assertCurrency(filters)
  const categoryIds = await categoriesOf(filters)
  const { source, isByWords } = await listingSource(filters, categoryIds)
  const query: Query = db
    .from(source as unknown as string)
    .where('listings.is_public', true)
    .where('listings.kind', filters.kind)
  byColumns(query, filters, categoryIds)
  if (filters.region) soldIn(query, filters.region)
  if (filters.q && !isByWords) havingWords(query, filters.q)
  return { query }
}

function assertCurrency({ currency, priceMin, priceMax, sort }: ListingFilters) {
  const isNeeded = priceMin !== undefined || priceMax !== undefined || sort.endsWith('price')
  if (isNeeded && !currency)
    throw new InvalidField('currency', 'required', 'Say in which currency, or for which region')
}

async function categoriesOf({ categoryId }: ListingFilters): Promise<string[] | undefined> {
  return categoryId ? [categoryId, ...(await categoryTree()).descendantsOf(categoryId)] : undefined
}

function byColumns(query: Query, filters: ListingFilters, categoryIds?: string[]) {
  const { partnerId, platform, contentType, priceMin, priceMax, minRating, recurring, featured } =
    filters
  if (categoryIds) query.whereIn('listings.category_id', categoryIds)
  if (partnerId) query.where('listings.partner_id', partnerId)
  if (platform) query.where('listings.platform', platform)
  if (contentType) query.where('listings.content_type', contentType)
  if (featured !== undefined) query.where('listings.is_featured', featured)
  if (recurring === true) query.whereNotNull('listings.billing_interval')
  if (recurring === false) query.whereNull('listings.billing_interval')
  if (priceMin !== undefined) query.where('listing_prices.min_amount', '>=', priceMin)
  if (priceMax !== undefined) query.where('listing_prices.min_amount', '<=', priceMax)
  if (minRating !== undefined)
    query
      .where('listings.rating_count', '>', 0)
      .whereRaw('listings.rating_sum >= ? * listings.rating_count', [minRating])
  if (filters.inStock !== undefined)
    query.whereRaw(
      `(SELECT COUNT(*) FROM variants WHERE variants.listing_id = listings.id AND is_active = 1
         AND (tracks_stock = 0 OR on_hand > reserved)) ${filters.inStock ? '> 0' : '= 0'}`
    )
}
