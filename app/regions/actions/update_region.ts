import { inject } from '@adonisjs/core'
import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { refuseDuplicate, type RegionInput } from '#regions/actions/create_region'
import RegionChanged from '#regions/events/region_changed'
import GetRegion, { type RegionDetails } from '#regions/queries/get_region'
import { lockRegion } from '#regions/services/lock_region'
import { replaceCountries } from '#regions/services/region_countries'

export interface RegionChange extends Partial<RegionInput> {
  actor: Actor
  regionId: string
}

/** Changes a region; what is not given stays, a list of countries replaces the one before. */
@inject()
export default class UpdateRegion {
  constructor(private getRegion: GetRegion) {}

  /**
   * @throws NotFound
   * @throws InvalidField for a name that another region has
   * @throws CountryTaken (409) naming the countries that are in another region
   */
  async execute({ actor, regionId, countries, ...change }: RegionChange): Promise<RegionDetails> {
    return write(async (trx) => {
      const region = await lockRegion(trx, regionId)
      const before = describe(await this.getRegion.execute(regionId))
      await region
        .merge({ ...change, updatedAt: clock.now() })
        .save()
        .catch(refuseDuplicate)
      if (countries) await replaceCountries(trx, regionId, countries)
      await outbox.record(trx, new RegionChanged(regionId))
      const details = await this.getRegion.execute(regionId)
      await recordAudit(trx, {
        actor,
        action: 'region.changed',
        subject: { type: 'region', id: regionId },
        before,
        after: describe(details),
      })
      return details
    })
  }
}

function describe({ region, countries }: RegionDetails) {
  const { name, currency, taxBps, isActive } = region
  return { name, currency, taxBps, isActive, countries }
}
