import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import Region from '#regions/models/region'

/**
 * The region with its row locked until the transaction ends: countries and restrictions change under
 * this lock only.
 *
 * @throws NotFound
 */
export async function lockRegion(trx: Transaction, regionId: string): Promise<Region> {
  const region = await Region.query({ client: trx }).where('id', regionId).forUpdate().first()
  if (!region) throw new NotFound()
  return region
}
