import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { categoryTree } from '#categories/queries/category_tree'
import { keysetPage, type Page, type PageRequest, type SortKey } from '#core/support/page'
import type { Availability } from '#partners/models/partner'
import { factsOf, type PartnerFacts } from '#partners/queries/partner_facts'
import { havingWords } from '#partners/queries/partner_words'
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
  async execute(
    request: PageRequest,
    { sort, ...filters }: DiscoveryFilters
  ): Promise<Page<DiscoveredPartner>> {
    const { query } = await discoverable(filters)
    const page = await keysetPage<PartnerRow>(query, request, SORTS[sort])
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
export async function discoverable(filters: Omit<DiscoveryFilters, 'sort'>) {
  const query: Query = db.from('partners').select(COLUMNS).where('partners.status', 'approved')
  query.whereRaw("(SELECT status FROM users WHERE users.id = partners.user_id) = 'active'")
  byColumns(query, filters)
  await bySets(query, filters)
  if (filters.q) havingWords(query, filters.q)
  return { query }
}

function byColumns(query: Query, filters: Omit<DiscoveryFilters, 'sort'>) {
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

async function bySets(query: Query, filters: Omit<DiscoveryFilters, 'sort'>) {
  const { categoryId, platform, near } = filters
  if (categoryId) {
    const tree = await categoryTree()
    const ids = [categoryId, ...tree.descendantsOf(categoryId)]
    query.whereRaw(
      `(SELECT COUNT(*) FROM partner_categories AS pc WHERE pc.partner_id = partners.id
         AND pc.category_id IN (${ids.map(() => '?').join(', ')})) > 0`,
      ids
    )
  }
  if (platform)
    query.whereRaw(
      `(SELECT COUNT(*) FROM partner_platforms AS pp WHERE pp.partner_id = partners.id
         AND pp.platform = ?) > 0`,
      [platform]
    )
  if (near) query.whereIn('partners.location_id', await placesNear(near))
}
