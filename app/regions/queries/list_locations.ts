import db from '@adonisjs/lucid/services/db'
import { keysetPage, pageOfRows, type Page, type PageRequest } from '#core/support/page'
import { cityKey } from '#regions/services/city_key'
import { distanceKm, latitudeBand, type Point } from '#regions/services/distance'

export interface LocationRow {
  id: string
  city: string
  city_key: string
  state: string
  country: string
  latitude: number
  longitude: number
  population: number
  is_active: number
  /** only when asked for what is near */
  distanceKm?: number
}

export interface LocationFilters extends PageRequest {
  /** active ones unless told otherwise */
  isActive?: boolean
  country?: string
  /** how the city's name begins; capitals and accents do not matter */
  q?: string
  near?: Point
  /** with `near`: 100 unless told otherwise */
  radiusKm?: number
}

const NEAR_KM = 100
/** sorts after every letter */
const LAST = '\u{10ffff}'
const COLUMNS = [
  'id',
  'city',
  'city_key',
  'state',
  'country',
  'latitude',
  'longitude',
  'population',
  'is_active',
]

/** Cities by name, or the nearest first when a point is given. One query. */
export default class ListLocations {
  async execute(filters: LocationFilters): Promise<Page<LocationRow>> {
    return filters.near ? this.#nearest(filters, filters.near) : this.#byName(filters)
  }

  #byName(filters: LocationFilters): Promise<Page<LocationRow>> {
    return keysetPage<LocationRow>(this.#matching(filters), filters, [
      { column: 'city_key', direction: 'asc', valueOf: (row) => row.city_key },
      { column: 'id', direction: 'asc', valueOf: (row) => row.id },
    ])
  }

  /** The index gives a band of latitudes; what is in it is measured and sorted here. */
  async #nearest(filters: LocationFilters, point: Point): Promise<Page<LocationRow>> {
    const radius = filters.radiusKm ?? NEAR_KM
    const band = latitudeBand(point, radius)
    const rows = (await this.#matching(filters).whereBetween('latitude', band)) as LocationRow[]
    const near = rows
      .map((row) => ({ ...row, distanceKm: Math.round(distanceKm(point, row) * 10) / 10 }))
      .filter((row) => row.distanceKm <= radius)
      .sort((a, b) => a.distanceKm - b.distanceKm || (a.id < b.id ? -1 : 1))
    return pageOfRows(near, filters, (row) => [row.distanceKm, row.id])
  }

  #matching({ isActive = true, country, q }: LocationFilters) {
    const query = db.from('locations').select(COLUMNS).where('is_active', isActive)
    if (country) query.where({ country })
    const key = q ? cityKey(q) : ''
    if (key) query.where('city_key', '>=', key).where('city_key', '<', key + LAST)
    return query
  }
}
