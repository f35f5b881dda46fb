import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { categoryTree } from '#categories/queries/category_tree'
import { byIndex, fewestOf, fromFew, isMysql, type Narrowing } from '#core/database/few_rows'
import { marksFor } from '#core/database/statements'
import { keysetPage, type Page, type PageRequest, type SortKey } from '#core/support/page'
import { MAX_AMOUNT } from '#core/support/money'
import type { Availability } from '#partners/models/partner'
import { factsOf, type PartnerFacts } from '#partners/queries/partner_facts'
import { havingWords, narrowingByWords } from '#partners/queries/partner_words'
import { placesNear, type Circle } from '#partners/queries/places_near'

export interface DiscoveryFilters {
  categoryId?: string
  platform?: string
  locationId?: string
  near?: Circle
  rates?: { min?: number; max?: number; currency: string }
  /** of the plain mean of the stars, 1 to 5 */
  minRating?: number
  verified?: boolean
  featured?: boolean
  availability?: Availability
  q?: string
  sort: 'rating' | 'newest'
}

export interface PartnerRow {
  id: string
  slug: string
  business_name: string
  bio: string | null
  availability: Availability
  is_featured: number
  location_id: string | null
  rate_min: number | null
  rate_max: number | null
  rate_currency: string | null
  languages: string
  banner_file_id: string | null
  rating_sum: number
  rating_count: number
  rating_score: number
  verified_at: number | null
}

export type DiscoveredPartner = PartnerRow & { facts: PartnerFacts }

const COLUMNS = [
  'id',
  'slug',
  'business_name',
  'bio',
  'availability',
  'is_featured',
  'location_id',
  'rate_min',
  'rate_max',
  'rate_currency',
  'languages',
  'banner_file_id',
  'rating_sum',
  'rating_count',
  'rating_score',
  'verified_at',
].map((column) => `partners.${column}`)

const BY_ID: SortKey<PartnerRow> = {
  column: 'partners.id',
  direction: 'desc',
  valueOf: (row) => row.id,
}

const SORTS = {
  rating: [
    {
      column: 'partners.rating_score',
      direction: 'desc' as const,
      valueOf: (row: PartnerRow) => Number(row.rating_score),
    },
    BY_ID,
  ],
  newest: [BY_ID],
}

type Query = DatabaseQueryBuilderContract<any>

/**
 * The partners whom anybody may find. Raw rows: this is the hottest list of Souk. The page is cut
 * out of an index in its order, and filters on other tables are asked row by row (a scalar subquery,
 * which no optimizer turns round into a sort of all matches): docs/adr/0008-discovery.md.
 */
export default class DiscoverPartners {
  async execute(request: PageRequest, filters: DiscoveryFilters): Promise<Page<DiscoveredPartner>> {
    const { query } = await discoverable(filters)
    const page = await keysetPage<PartnerRow>(query, request, SORTS[filters.sort])
    const facts = await factsOf(
      page.rows.map((row) => ({ id: row.id, locationId: row.location_id }))
    )
    return {
      rows: page.rows.map((row) => ({ ...row, facts: facts.get(row.id)! })),
      meta: page.meta,
    }
  }
}

/** The query of a page before it is sorted and cut; wrapped, since to await a query is to run it. */
export async function discoverable(filters: Partial<DiscoveryFilters>) {
  const sets = await setsOf(filters)
  const few = await fewestOf(narrowingsOf(filters, sets))
  const query: Query = db
    .from((few ? fewPartners(few, filters) : inOrder(filters)) as unknown as string)
    .select(COLUMNS)
    .where('partners.status', 'approved')
  query.whereRaw("(SELECT status FROM users WHERE users.id = partners.user_id) = 'active'")
  byColumns(query, filters)
  bySets(query, filters, sets)
  if (filters.q && few?.filter !== 'words') havingWords(query, filters.q)
  return { query }
}

/**
 * The table, in the order of the sort. Both databases are told the index: MariaDB and MySQL else take
 * the equal status for the whole of it and read a far page from the beginning (0.2 s instead of 3 ms
 * for the 1,000th), and SQLite prefers an index with more equal columns and sorts all it finds there.
 */
function inOrder({ sort, locationId, featured, q }: Partial<DiscoveryFilters>) {
  if (!sort || (q && isMysql())) return 'partners' // FULLTEXT is an index of its own
  const columns: string[] = []
  if (locationId) columns.push('location_id')
  else if (featured !== undefined) columns.push('is_featured')
  if (sort === 'rating') columns.push('rating_score')
  return db.raw(partnersBy(...columns, 'id'))
}

function fewPartners(few: Narrowing, { q }: Partial<DiscoveryFilters>) {
  const { sql, bindings } = fromFew('partners', few, q !== undefined)
  return db.raw(sql, bindings)
}

/** `partners` read by the index over these columns after the status. */
function partnersBy(...columns: string[]): string {
  return byIndex('partners', `partners_status_${columns.join('_')}_index`)
}

/** What the filters mean that are wider than they are spelled. */
interface FilterSets {
  /** the category and all below it */
  categoryIds?: string[]
  /** the places in the circle */
  placeIds?: string[]
}

async function setsOf({ categoryId, near }: Partial<DiscoveryFilters>): Promise<FilterSets> {
  const sets: FilterSets = {}
  if (categoryId)
    sets.categoryIds = [categoryId, ...(await categoryTree()).descendantsOf(categoryId)]
  if (near) sets.placeIds = await placesNear(near)
  return sets
}

/** The filters that an index can count. A city and "featured" have one in the order of the sort. */
function narrowingsOf(filters: Partial<DiscoveryFilters>, { categoryIds, placeIds }: FilterSets) {
  const { platform, availability, verified, rates, q } = filters
  const narrowings: Narrowing[] = []
  const add = (filter: string, sql: string, bindings: Narrowing['bindings']) =>
    narrowings.push({ filter, sql, bindings })
  const approved = (columns: string[], where: string, bindings: Narrowing['bindings']) =>
    add(
      columns[0],
      `SELECT id FROM ${partnersBy(...columns, 'id')} WHERE status = 'approved' AND ${where}`,
      bindings
    )

  if (categoryIds)
    add(
      'category',
      `SELECT partner_id AS id FROM partner_categories
         WHERE category_id IN (${marksFor(categoryIds)})`,
      categoryIds
    )
  if (platform)
    add('platform', 'SELECT partner_id AS id FROM partner_platforms WHERE platform = ?', [platform])
  if (placeIds?.length)
    approved(['location_id'], `location_id IN (${marksFor(placeIds)})`, placeIds)
  if (availability) approved(['availability'], 'availability = ?', [availability])
  if (verified !== undefined)
    approved(['verified_at'], `verified_at IS ${verified ? 'NOT NULL' : 'NULL'}`, [])
  if (rates)
    approved(
      ['rate_currency', 'rate_min', 'rate_max'],
      'rate_currency = ? AND rate_min <= ? AND rate_max >= ?',
      [rates.currency, rates.max ?? MAX_AMOUNT, rates.min ?? 0]
    )
  const words = q && narrowingByWords(q)
  if (words) narrowings.push(words)
  return narrowings
}

function byColumns(query: Query, filters: Partial<DiscoveryFilters>) {
  const { locationId, availability, verified, featured, rates, minRating } = filters
  if (locationId) query.where('partners.location_id', locationId)
  if (availability) query.where('partners.availability', availability)
  if (verified === true) query.whereNotNull('partners.verified_at')
  if (verified === false) query.whereNull('partners.verified_at')
  if (featured !== undefined) query.where('partners.is_featured', featured)
  if (rates) {
    query.where('partners.rate_currency', rates.currency)
    if (rates.min !== undefined) query.where('partners.rate_max', '>=', rates.min)
    if (rates.max !== undefined) query.where('partners.rate_min', '<=', rates.max)
  }
  if (minRating !== undefined)
    query
      .where('partners.rating_count', '>', 0)
      .whereRaw('partners.rating_sum >= ? * partners.rating_count', [minRating])
}

function bySets(query: Query, { platform }: Partial<DiscoveryFilters>, sets: FilterSets) {
  const { categoryIds, placeIds } = sets
  if (categoryIds)
    query.whereRaw(
      `(SELECT COUNT(*) FROM partner_categories AS pc WHERE pc.partner_id = partners.id
         AND pc.category_id IN (${marksFor(categoryIds)})) > 0`,
      categoryIds
    )
  if (platform)
    query.whereRaw(
      `(SELECT COUNT(*) FROM partner_platforms AS pp WHERE pp.partner_id = partners.id
         AND pp.platform = ?) > 0`,
      [platform]
    )
  if (placeIds) query.whereIn('partners.location_id', placeIds)
}
