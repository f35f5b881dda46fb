import db from '@adonisjs/lucid/services/db'
import { rowOf } from '#core/database/statements'
import { currentTransaction } from '#core/database/write'
import { countryOfIp } from '#core/geo/country_of_ip'
import { regionOfCountry, type CountryRegion } from '#regions/queries/region_of_country'

/**
 * Where a client buys: the region of the account, else of the default address, else of where the
 * request comes from; null when none of them is known, and then there is neither tax nor restriction.
 */
export async function regionOfClient({
  id,
  ip,
}: {
  id: string
  /** absent when somebody else acts for the client */
  ip?: string
}): Promise<CountryRegion | null> {
  const client = currentTransaction() ?? db
  const own = await rowOf(
    client,
    `SELECT regions.id, regions.name, regions.currency, regions.tax_bps FROM users
       JOIN regions ON regions.id = users.region_id WHERE users.id = ? AND regions.is_active = 1`,
    id
  )
  if (own) return { id: own.id, name: own.name, currency: own.currency, taxBps: own.tax_bps }
  const address = await client
    .from('addresses')
    .where('user_id', id)
    .orderBy('is_default', 'desc')
    .orderBy('id')
    .select('country')
    .first()
  const country = address?.country ?? (ip ? await countryOfIp(ip) : null)
  return country ? regionOfCountry(country) : null
}
