import { inject } from '@adonisjs/core'
import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { isDuplicate } from '#core/database/driver_errors'
import { write } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import Region from '#regions/models/region'
import GetRegion, { type RegionDetails } from '#regions/queries/get_region'
import { replaceCountries } from '#regions/services/region_countries'

export interface RegionInput {
  name: string
  currency: string
  taxBps?: number
  countries?: string[]
  isActive?: boolean
}

/** Opens a region. */
@inject()
export default class CreateRegion {
  constructor(private getRegion: GetRegion) {}

  /**
   * @throws InvalidField for a name that another region has
   * @throws CountryTaken (409) naming the countries that are in another region
   */
  async execute({ actor, countries = [], ...input }: RegionInput & { actor: Actor }) {
    return write(async (trx): Promise<RegionDetails> => {
      const row = {
        ...newRow('region', clock.now()),
        name: input.name,
        currency: input.currency,
        taxBps: input.taxBps ?? 0,
        isActive: input.isActive ?? true,
      }
      await Region.create(row, { client: trx }).catch(refuseDuplicate)
      await replaceCountries(trx, row.id, countries)
      await recordAudit(trx, {
        actor,
        action: 'region.created',
        subject: { type: 'region', id: row.id },
        after: { name: row.name, currency: row.currency, taxBps: row.taxBps, countries },
      })
      return this.getRegion.execute(row.id)
    })
  }
}

/** @throws InvalidField when another region has the name */
export function refuseDuplicate(error: unknown): never {
  if (isDuplicate(error))
    throw new InvalidField('name', 'unique', 'Another region has this name already')
  throw error
}
