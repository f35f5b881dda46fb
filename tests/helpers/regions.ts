import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import Region from '#regions/models/region'
import { unique } from '#tests/helpers/actors'

/** A region that no other test knows, in euros unless told otherwise. */
export async function makeRegion(overrides: Partial<Region> = {}): Promise<string> {
  const row = { ...newRow('region', clock.now()), name: unique('Region '), currency: 'EUR' }
  const values = { ...row, taxBps: 0, isActive: true, ...overrides }
  await write((trx) => Region.create(values, { client: trx }))
  return row.id
}
