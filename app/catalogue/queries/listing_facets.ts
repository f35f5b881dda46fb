import db from '@adonisjs/lucid/services/db'
import { browsable, filtersOf, type ListingSearch } from '#catalogue/queries/browse_listings'
import { categoryTree } from '#categories/queries/category_tree'

/** so many of the found are counted, so that the cost of the figures has an end */
const MOST = 2_000

export interface Facets {
  /** how many listings the figures are of; the first 2,000 when `isComplete` is false */
  counted: number
  isComplete: boolean
  categories: { id: string; name: string; slug: string; count: number }[]
  /** of the lowest prices, in minor units; null without a currency */
  price: { currency: string; min: number; max: number } | null
  /** how many have a mean of at least so many stars */
  ratings: { minRating: number; count: number }[]
}

interface FacetRow {
  category_id: string
  listings: number
  four: number | string
  three: number | string
  two: number | string
  min_price?: number
  max_price?: number
}

const atLeast = (stars: number, name: string) =>
  `SUM(rating_count > 0 AND rating_sum >= ${stars} * rating_count) AS ${name}`

/** How what was found is spread over categories, prices and ratings. One query. */
export default class ListingFacets {
  async execute(search: ListingSearch): Promise<Facets> {
    const filters = await filtersOf(search)
    const { query } = await browsable(filters)
    query.select('listings.category_id', 'listings.rating_sum', 'listings.rating_count')
    if (filters.currency) query.select('listing_prices.min_amount')
    const found = query.limit(MOST).as('found')
    const rows: FacetRow[] = await db
      .from(found)
      .groupBy('category_id')
      .select('category_id', db.raw('COUNT(*) AS listings'))
      .select(db.raw(atLeast(4, 'four')), db.raw(atLeast(3, 'three')), db.raw(atLeast(2, 'two')))
      .select(
        filters.currency
          ? [db.raw('MIN(min_amount) AS min_price'), db.raw('MAX(min_amount) AS max_price')]
          : []
      )
    return facetsOf(rows, filters.currency ?? null)
  }
}

async function facetsOf(rows: FacetRow[], currency: string | null): Promise<Facets> {
  const tree = await categoryTree()
  const sum = (valueOf: (row: FacetRow) => unknown) =>
    rows.reduce((total, row) => total + Number(valueOf(row)), 0)
  const counted = sum((row) => row.listings)
  const categories = rows.flatMap((row) => {
    const category = tree.get(row.category_id)
    return category
      ? [{ id: category.id, name: category.name, slug: category.slug, count: Number(row.listings) }]
      : []
  })
  return {
    counted,
    isComplete: counted < MOST,
    categories: categories.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
    price:
      currency && rows.length > 0
        ? {
            currency,
            min: Math.min(...rows.map((row) => Number(row.min_price))),
            max: Math.max(...rows.map((row) => Number(row.max_price))),
          }
        : null,
    ratings: [
      { minRating: 4, count: sum((row) => row.four) },
      { minRating: 3, count: sum((row) => row.three) },
      { minRating: 2, count: sum((row) => row.two) },
    ],
  }
}
