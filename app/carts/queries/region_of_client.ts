import db from '@adonisjs/lucid/services/db'
import { placeOf } from '#catalogue/queries/shopping_region'
import { rowOf } from '#core/database/statements'
import { currentTransaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { regionById, regionOfCountry, type CountryRegion } from '#regions/queries/region_of_country'

/**
 * Where a client buys: the region of the address that things go to, else what the shop's pages go by
 * (the default address, the account's region, where the request comes from). Carts and orders ask
 * here, so that an order costs what its cart has shown. Null when nothing is known, and where nobody
 * sells: then there is neither tax nor restriction.
 *
 * @throws NotFound for an address that is not the client's
 */
export async function regionOfClient({
  id,
  ip,
  addressId,
}: {
  id: string
  /** absent when somebody else acts for the client */
  ip?: string
  /** another address than the default one */
  addressId?: string
}): Promise<CountryRegion | null> {
  const place = addressId ? await countryOf(addressId, id) : await placeOf({ userId: id, ip })
  if (!place) return null
  return place.startsWith('reg_') ? regionById(place) : regionOfCountry(place)
}

async function countryOf(addressId: string, clientId: string): Promise<string> {
  const sql = 'SELECT country FROM addresses WHERE user_id = ? AND id = ?'
  const address = await rowOf(currentTransaction() ?? db, sql, clientId, addressId)
  if (!address) throw new NotFound()
  return address.country as string
}
