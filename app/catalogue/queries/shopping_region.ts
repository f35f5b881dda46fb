import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { categoryTree } from '#categories/queries/category_tree'
import { currentTransaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { countryOfIp } from '#core/geo/country_of_ip'
import { regionOfCountry } from '#regions/queries/region_of_country'

/** Who asks from where; `region` is a choice: a region's id or a country's code. */
export interface Whereabouts {
  region?: string
  userId?: string
  /** absent when somebody else acts for the user */
  ip?: string
}

/** Where somebody buys, and what cannot be bought there. */
export interface ShoppingRegion {
  id: string
  currency: string
  /** with everything below them */
  restrictedCategoryIds: string[]
}

/**
 * The place that prices are shown for: a region's id, a country, or '' when nothing is known. It is
 * the choice of this request, else the country of the account's address, else the region of the
 * account, else the country of the IP address. No query for guests.
 */
export async function placeOf({ region, userId, ip }: Whereabouts): Promise<string> {
  if (region) return region
  const known = userId && (await placeOfUser(userId))
  return known || ((ip && (await countryOfIp(ip))) ?? '')
}

async function placeOfUser(userId: string): Promise<string | null> {
  const client = currentTransaction() ?? db
  const address = await client
    .from('addresses')
    .where({ user_id: userId })
    .orderBy('is_default', 'desc')
    .orderBy('id')
    .select('country')
    .first()
  if (address) return address.country
  const region = await client
    .from('users')
    .join('regions', 'regions.id', 'users.region_id')
    .where({ 'users.id': userId, 'regions.is_active': true })
    .select('regions.id')
    .first()
  return region?.id ?? null
}

/**
 * The region of a place; null where nobody sells.
 *
 * @throws InvalidField when the place is the id of a region that is closed or missing
 */
export async function regionOfPlace(place: string): Promise<ShoppingRegion | null> {
  const region = place.startsWith('reg_') ? await activeRegion(place) : await regionOf(place)
  if (!region) return null
  const restricted = await db
    .from('region_restrictions')
    .where({ region_id: region.id, kind: 'category' })
    .select('target_id')
  const tree = await categoryTree()
  const ids = restricted.flatMap((row) => [row.target_id, ...tree.descendantsOf(row.target_id)])
  return { ...region, restrictedCategoryIds: [...new Set(ids)] }
}

/** Leaves out what is not sold in a region; for queries on `listings`. */
export function soldIn(
  query: DatabaseQueryBuilderContract<any>,
  { id, restrictedCategoryIds }: ShoppingRegion
) {
  if (restrictedCategoryIds.length > 0)
    query.whereNotIn('listings.category_id', restrictedCategoryIds)
  query.whereRaw(
    `(SELECT COUNT(*) FROM region_restrictions WHERE region_id = ? AND kind = 'product'
       AND target_id = listings.id) = 0`,
    [id]
  )
}

async function regionOf(country: string) {
  const region = country ? await regionOfCountry(country) : null
  return region && { id: region.id, currency: region.currency }
}

async function activeRegion(id: string) {
  const row = await db.from('regions').where({ id, is_active: true }).select('currency').first()
  if (!row) throw new InvalidField('region', 'exists', 'There is no such region')
  return { id, currency: row.currency as string }
}
