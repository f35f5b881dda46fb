import { readFile } from 'node:fs/promises'
import { slugOf } from '#categories/services/slug'
import { raiseVersion, versionOf } from '#core/database/reference_versions'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import { CATEGORIES, type ReferenceCategory } from '#database/seeders/reference/categories'
import { REGIONS } from '#database/seeders/reference/regions'
import { insertInBatches } from '#database/seeders/in_batches'
import { cityKey } from '#regions/services/city_key'

const MARKER = 'reference_data'

/** Raise it when the files beside this one change: databases that are older get what they miss. */
const VERSION = 1

/**
 * Regions, categories and cities. What is there already stays as it is, because staff may have
 * changed it, and so does what staff deleted, until the version is raised.
 */
export async function seedReference() {
  if ((await versionOf(MARKER)) >= VERSION) return
  const cities = await readCities()
  await write(async (trx) => {
    await raiseVersion(trx, MARKER)
    await seedRegions(trx)
    await seedCategories(trx)
    await seedCities(trx, cities)
    await trx.from('reference_versions').where({ name: MARKER }).update({ version: VERSION })
  })
}

async function seedRegions(trx: Transaction) {
  const taken = await known(trx, 'region_countries', 'country')
  const names = await known(trx, 'regions', 'name')
  const now = clock.now()
  for (const { name, currency, taxBps, countries } of REGIONS) {
    if (names.has(name) || countries.some((country) => taken.has(country))) continue
    const { id } = newRow('region', now)
    await trx.insertQuery().table('regions').insert({
      id,
      name,
      currency,
      tax_bps: taxBps,
      is_active: 1,
      created_at: now,
      updated_at: now,
    })
    await trx
      .insertQuery()
      .table('region_countries')
      .multiInsert(countries.map((country) => ({ country, region_id: id })))
  }
}

async function seedCategories(trx: Transaction) {
  await raiseVersion(trx, 'categories')
  const rows = await trx.from('categories').select('id', 'slug')
  const ids = new Map<string, string>(rows.map((row) => [row.slug, row.id]))
  let level: Placed[] = CATEGORIES.map((category, position) => ({ category, position, parent: '' }))
  while (level.length > 0) {
    const missing = level.filter(({ category }) => !ids.has(slugOf(category.name)))
    const made = missing.map((placed) => categoryRow(placed, ids))
    for (const row of made) ids.set(row.slug, row.id)
    await insertInBatches(trx, 'categories', made)
    level = level.flatMap(childrenOf)
  }
}

interface Placed {
  category: ReferenceCategory
  position: number
  /** the parent's slug; '' for a root */
  parent: string
}

function childrenOf({ category }: Placed): Placed[] {
  return (category.children ?? []).map((child, position) => ({
    category: typeof child === 'string' ? { name: child } : child,
    position,
    parent: slugOf(category.name),
  }))
}

function categoryRow({ category, position, parent }: Placed, ids: Map<string, string>) {
  const { id, createdAt, updatedAt } = newRow('category', clock.now())
  return {
    id,
    parent_id: ids.get(parent) ?? null,
    name: category.name,
    slug: slugOf(category.name),
    description: category.description ?? null,
    position,
    is_active: 1,
    created_at: createdAt,
    updated_at: updatedAt,
  }
}

type City = [
  country: string,
  state: string,
  city: string,
  latitude: string,
  longitude: string,
  population: string,
]

/** GeoNames data (CC BY 4.0, see NOTICE.md), made by scripts/make_cities.mjs. */
async function readCities(): Promise<City[]> {
  const text = await readFile(new URL('cities.tsv', import.meta.url), 'utf8')
  const lines = text.trimEnd().split('\n').slice(1)
  return lines.map((line) => line.split('\t') as City)
}

async function seedCities(trx: Transaction, cities: City[]) {
  const now = clock.now()
  const stored = await trx.from('locations').select('country', 'state', 'city_key')
  const seen = new Set(stored.map((row) => placeKey(row.country, row.state, row.city_key)))
  const rows = []
  for (const [country, state, city, latitude, longitude, population] of cities) {
    const key = placeKey(country, state, cityKey(city))
    if (seen.has(key)) continue
    seen.add(key)
    const { id } = newRow('location', now)
    rows.push({
      id,
      city,
      city_key: cityKey(city),
      state,
      country,
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
      is_active: 1,
      created_at: now,
      updated_at: now,
    })
  }
  await insertInBatches(trx, 'locations', rows)
}

function placeKey(country: string, state: string, key: string): string {
  return `${country}/${cityKey(state)}/${key}`
}

async function known(trx: Transaction, table: string, column: string): Promise<Set<string>> {
  const rows = await trx.from(table).select(column)
  return new Set(rows.map((row) => row[column]))
}
