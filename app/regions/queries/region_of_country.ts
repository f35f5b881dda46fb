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
    `SELECT ${COLUMNS} FROM region_countries
       JOIN regions ON regions.id = region_countries.region_id
       WHERE region_countries.country = ? AND regions.is_active = 1`,
    country
  )
  return row ? regionOf(row) : null
}

/** An active region; null when it is closed or missing. */
export async function regionById(id: string): Promise<CountryRegion | null> {
  const sql = `SELECT ${COLUMNS} FROM regions WHERE id = ? AND is_active = 1`
  const row = await rowOf(currentTransaction() ?? db, sql, id)
  return row ? regionOf(row) : null
}

/** Whether anything is sold by region at all. */
export async function hasRegions(): Promise<boolean> {
  const sql = 'SELECT id FROM regions WHERE is_active = 1 LIMIT 1'
  return (await rowOf(currentTransaction() ?? db, sql)) !== undefined
}

const COLUMNS = 'regions.id, regions.name, regions.currency, regions.tax_bps'

function regionOf(row: Record<string, any>): CountryRegion {
  return { id: row.id, name: row.name, currency: row.currency, taxBps: row.tax_bps }
}
