/*
 * What surrounds rows of `partners` in answers: categories, platforms, places. Three queries,
 * however many partners.
 */
import db from '@adonisjs/lucid/services/db'
import { categoryTree } from '#categories/queries/category_tree'
import { currentTransaction } from '#core/database/write'

export interface Place {
  id: string
  city: string
  state: string
  country: string
}

export interface PartnerFacts {
  categories: { id: string; name: string }[]
  platforms: string[]
  location: Place | null
}

interface Subject {
  id: string
  locationId: string | null
}

/** The facts of each of these partners, by id. */
export async function factsOf(partners: Subject[]): Promise<Map<string, PartnerFacts>> {
  const reader = currentTransaction() ?? db
  const ids = partners.map((partner) => partner.id)
  const locationIds = [...new Set(partners.flatMap((partner) => partner.locationId ?? []))]
  const tree = await categoryTree()
  const categories: { partner_id: string; category_id: string }[] = await reader
    .from('partner_categories')
    .whereIn('partner_id', ids)
    .select('partner_id', 'category_id')
  const platforms: { partner_id: string; platform: string }[] = await reader
    .from('partner_platforms')
    .whereIn('partner_id', ids)
    .orderBy('partner_id')
    .orderBy('platform')
    .select('partner_id', 'platform')
  const places: Place[] = await reader
    .from('locations')
    .whereIn('id', locationIds)
    .select('id', 'city', 'state', 'country')

  const byId = new Map(
    places.map(({ id, city, state, country }) => [id, { id, city, state, country }])
  )
  const facts = new Map<string, PartnerFacts>()
  for (const { id, locationId } of partners)
    facts.set(id, { categories: [], platforms: [], location: byId.get(locationId ?? '') ?? null })
  for (const row of categories) {
    const category = tree.get(row.category_id)
    if (category)
      facts.get(row.partner_id)!.categories.push({ id: category.id, name: category.name })
  }
  for (const row of platforms) facts.get(row.partner_id)!.platforms.push(row.platform)
  for (const { categories: list } of facts.values())
    list.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
  return facts
}
