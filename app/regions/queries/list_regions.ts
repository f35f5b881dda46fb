import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'

export interface RegionRow {
  id: string
  name: string
  currency: string
  tax_bps: number
  is_active: number
  countries: string[]
}

export interface RegionFilters extends PageRequest {
  /** active ones unless told otherwise */
  isActive?: boolean
  country?: string
}

/** Regions with their countries, oldest first; two queries. */
export default class ListRegions {
  async execute({ isActive = true, country, ...request }: RegionFilters): Promise<Page<RegionRow>> {
    const query = db
      .from('regions')
      .select('id', 'name', 'currency', 'tax_bps', 'is_active')
      .where('is_active', isActive)
    if (country)
      query.whereIn('id', db.from('region_countries').where({ country }).select('region_id'))
    const page = await keysetPage<RegionRow>(query, request, [
      { column: 'regions.id', direction: 'asc', valueOf: (row) => row.id },
    ])
    const countries = await countriesOf(page.rows.map((row) => row.id))
    return {
      ...page,
      rows: page.rows.map((row) => ({ ...row, countries: countries.get(row.id) ?? [] })),
    }
  }
}

async function countriesOf(regionIds: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(regionIds.map((id) => [id, []]))
  const rows = await db
    .from('region_countries')
    .whereIn('region_id', regionIds)
    .orderBy('country')
    .select('region_id', 'country')
  for (const row of rows) found.get(row.region_id)!.push(row.country)
  return found
}
