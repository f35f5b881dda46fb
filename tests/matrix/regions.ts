import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId, newRow } from '#core/support/ids'
import Location from '#regions/models/location'
import { cityKey } from '#regions/services/city_key'
import { unique } from '#tests/helpers/actors'
import { deletedBy } from '#tests/helpers/deletions'
import { makeRegion } from '#tests/helpers/regions'
import { EVERYBODY_LOGGED_IN, type Caller, type MatrixRow } from '#tests/matrix/row'

const EVERYBODY: Caller[] = ['public', ...EVERYBODY_LOGGED_IN]
const KEEPERS: Caller[] = ['admin', 'senior_admin']

async function freshLocation(): Promise<string> {
  const row = { ...newRow('location', clock.now()), ...freshCity(), isActive: true, population: 0 }
  const values = { ...row, state: '', cityKey: cityKey(row.city) }
  await write((trx) => Location.create(values, { client: trx }))
  return row.id
}

function freshCity() {
  return { city: unique('City '), country: 'DE', latitude: 50, longitude: 10 }
}

const keeper = { role: 'admin' } as const
const region = {
  param: 'regionId',
  missing: newId('region'),
  owned: false,
  deleted: deletedBy('regions.staff.destroy', keeper),
}
const location = {
  param: 'locationId',
  missing: newId('location'),
  owned: false,
  deleted: deletedBy('locations.staff.destroy', keeper),
}

export const rows: MatrixRow[] = [
  {
    route: 'regions.index',
    viewable: true,
    allow: EVERYBODY,
    request: async () => ({}),
    success: 200,
  },
  {
    route: 'regions.show',
    viewable: true,
    allow: EVERYBODY,
    request: async () => ({ params: { regionId: await makeRegion() } }),
    success: 200,
    object: region,
  },
  {
    route: 'regions.staff.store',
    allow: KEEPERS,
    request: async () => ({ body: { name: unique('Region '), currency: 'EUR' } }),
    success: 201,
  },
  {
    route: 'regions.staff.update',
    allow: KEEPERS,
    request: async () => ({ params: { regionId: await makeRegion() }, body: { taxBps: 700 } }),
    success: 200,
    object: region,
  },
  {
    route: 'regions.staff.destroy',
    allow: KEEPERS,
    request: async () => ({ params: { regionId: await makeRegion() } }),
    success: 204,
    object: region,
  },
  {
    route: 'regions.staff.restrictions.update',
    allow: KEEPERS,
    request: async () => ({
      params: { regionId: await makeRegion() },
      body: { productIds: [], categoryIds: [] },
    }),
    success: 200,
    object: region,
  },
  {
    route: 'locations.index',
    viewable: true,
    allow: EVERYBODY,
    request: async () => ({}),
    success: 200,
  },
  {
    route: 'locations.staff.store',
    allow: KEEPERS,
    request: async () => ({ body: freshCity() }),
    success: 201,
  },
  {
    route: 'locations.staff.update',
    allow: KEEPERS,
    request: async () => ({
      params: { locationId: await freshLocation() },
      body: { population: 1000 },
    }),
    success: 200,
    object: location,
  },
  {
    route: 'locations.staff.destroy',
    allow: KEEPERS,
    request: async () => ({ params: { locationId: await freshLocation() } }),
    success: 204,
    object: location,
  },
]
