import { parseDecimal, parseWhole } from '../../options.ts'
import type { Column } from '../../output/columns.ts'
import type { WriteOption } from '../../define/write.ts'

export { PERMISSION } from '../category/shared.ts'

export const locationColumns: Column[] = [
  { key: 'id', title: 'location', id: true },
  { key: 'city' },
  { key: 'state' },
  { key: 'country' },
  { key: 'population' },
  { key: 'isActive', title: 'active' },
  { key: 'latitude', wide: true },
  { key: 'longitude', wide: true },
]

export const locationOptions: WriteOption[] = [
  { flags: '--city <name>', description: 'name of the city' },
  { flags: '--country <code>', description: 'two letters, such as DE' },
  {
    flags: '--latitude <degrees>',
    description: 'north is positive',
    parse: (text) => parseDecimal(text, -90, 90),
  },
  {
    flags: '--longitude <degrees>',
    description: 'east is positive',
    parse: (text) => parseDecimal(text, -180, 180),
  },
  { flags: '--state <name>', description: 'state or province' },
  { flags: '--population <n>', description: 'inhabitants', parse: (text) => parseWhole(text) },
]

/** The members of a location's body that were given as flags. */
export function locationBody({ options }: { options: Record<string, unknown> }) {
  const { city, state, country, latitude, longitude, population } = options
  return { city, state, country, latitude, longitude, population }
}
