import { insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { CountryTaken } from '#regions/errors'

/**
 * Gives a region exactly these countries. The caller has locked the region; the primary key of the
 * table keeps a country out of two regions, also between two callers.
 *
 * @throws CountryTaken naming all that are in another region
 */
export async function replaceCountries(trx: Transaction, regionId: string, countries: string[]) {
  const own = await trx.from('region_countries').where({ region_id: regionId }).select('country')
  const present = new Set<string>(own.map((row) => row.country))
  const gone = [...present].filter((country) => !countries.includes(country))
  await trx
    .from('region_countries')
    .where({ region_id: regionId })
    .whereIn('country', gone)
    .delete()

  const taken: string[] = []
  for (const country of countries.filter((code) => !present.has(code)).sort()) {
    const row = { country, region_id: regionId }
    if (!(await insertedOnce(trx, 'region_countries', row))) taken.push(country)
  }
  if (taken.length > 0) throw new CountryTaken(taken)
}
