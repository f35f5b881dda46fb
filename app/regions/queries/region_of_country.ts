import db from '@adonisjs/lucid/services/db'
import { rowOf } from '#core/database/statements'
import { currentTransaction } from '#core/database/write'

export interface CountryRegion {
  id: string
  name: string
  /** ISO 4217 */
  currency: string
  taxBps: number
}

/**
 * The active region that a country (ISO 3166-1 alpha-2) belongs to; null when none serves it. A
 * country is in one region at most.
 */
export async function regionOfCountry(country: string): Promise<CountryRegion | null> {
  const row = await rowOf(
    currentTransaction() ?? db,
    `SELECT regions.id, regions.name, regions.currency, regions.tax_bps FROM region_countries
       JOIN regions ON regions.id = region_countries.region_id
       WHERE region_countries.country = ? AND regions.is_active = 1`,
    country
  )
  if (!row) return null
  return { id: row.id, name: row.name, currency: row.currency, taxBps: row.tax_bps }
}
