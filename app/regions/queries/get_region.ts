import db from '@adonisjs/lucid/services/db'
import { currentTransaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import Region from '#regions/models/region'

export interface RegionDetails {
  region: Region
  countries: string[]
  restrictions: { productIds: string[]; categoryIds: string[] }
}

/** A region with its countries and what is not sold there. */
export default class GetRegion {
  /** @throws NotFound */
  async execute(regionId: string): Promise<RegionDetails> {
    const client = currentTransaction() ?? db.connection()
    const region = await Region.find(regionId, { client })
    if (!region) throw new NotFound()
    const countries = await client
      .from('region_countries')
      .where({ region_id: regionId })
      .orderBy('country')
      .select('country')
    const restricted = await client
      .from('region_restrictions')
      .where({ region_id: regionId })
      .orderBy('target_id')
      .select('kind', 'target_id')
    const idsOf = (kind: string) =>
      restricted.filter((row) => row.kind === kind).map((row) => row.target_id as string)
    return {
      region,
      countries: countries.map((row) => row.country),
      restrictions: { productIds: idsOf('product'), categoryIds: idsOf('category') },
    }
  }
}
