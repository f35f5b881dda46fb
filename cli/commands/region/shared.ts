import { parseNames, parseWhole } from '../../options.ts'
import type { Column } from '../../output/columns.ts'
import type { Filter } from '../../define/list.ts'
import type { WriteOption } from '../../define/write.ts'

/** What staff need to change regions. */
export const PERMISSION = 'regions.manage'

export const regionColumns: Column[] = [
  { key: 'id', title: 'region', id: true },
  { key: 'name' },
  { key: 'currency' },
  { key: 'taxBps', title: 'tax (bps)' },
  { key: 'countries' },
  { key: 'isActive', title: 'active' },
]

export const activeFilter: Filter = {
  flags: '--active <yes|no>',
  description: 'those that can be chosen, or those that were switched off',
  choices: ['yes', 'no'],
  default: 'yes',
  param: 'isActive',
  sentAs: { yes: 'true', no: 'false' },
}

export const regionOptions: WriteOption[] = [
  { flags: '--name <text>', description: 'what people read' },
  { flags: '--currency <code>', description: 'ISO 4217, such as EUR' },
  { flags: '--countries <codes>', description: 'DE,AT,CH', parse: parseNames },
  {
    flags: '--tax <bps>',
    description: 'tax in basis points: 1900 is 19 %',
    parse: (text) => parseWhole(text, 0, 10_000),
  },
]

/** The members of a region's body that were given as flags. */
export function regionBody({ options }: { options: Record<string, unknown> }) {
  const { name, currency, tax, countries } = options
  return { name, currency, taxBps: tax, countries }
}
