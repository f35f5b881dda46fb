import db from '@adonisjs/lucid/services/db'
import { categoryTree, forgetCategoryTree } from '#categories/queries/category_tree'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { PLACES, WISHES } from '#database/seeders/demo/people'
import { regionOfCountry } from '#regions/queries/region_of_country'

/** What the whole demo stands on: the moment, the reference data it uses, the shared password. */
export interface World {
  now: number
  passwordHash: string
  adminId: string
  places: { id: string; city: string; country: string; currency: string }[]
  categories: { id: string; title: string; children: string[] }[]
  regions: Map<string, string | null>
}

/** @returns null when staff deleted what the demo is built on: then there is no demo */
export async function readWorld(passwordHash: string): Promise<World | null> {
  const places = await findPlaces()
  const categories = await findCategories()
  if (places.length === 0 || categories.length === 0) return null
  const regions = new Map<string, string | null>()
  for (const { country } of places)
    regions.set(country, (await regionOfCountry(country))?.id ?? null)
  return { now: clock.now(), passwordHash, adminId: newId('user'), places, categories, regions }
}

async function findPlaces() {
  const found = []
  for (const { city, country, currency } of PLACES) {
    const row = await db
      .from('locations')
      .where({ country, city })
      .orderBy('population', 'desc')
      .select('id')
      .first()
    if (row) found.push({ id: row.id as string, city, country, currency })
  }
  return found
}

async function findCategories() {
  forgetCategoryTree()
  const tree = await categoryTree()
  return WISHES.flatMap(({ slug, title }) => {
    const root = tree.childrenOf(null).find((category) => category.slug === slug)
    if (!root) return []
    return [{ id: root.id, title, children: tree.childrenOf(root.id).map((child) => child.id) }]
  })
}
