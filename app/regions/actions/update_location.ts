import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import { refuseDuplicate, type LocationInput } from '#regions/actions/create_location'
import Location from '#regions/models/location'
import { cityKey } from '#regions/services/city_key'

export interface LocationChange extends Partial<LocationInput> {
  actor: Actor
  locationId: string
}

/** Changes a city; what is not given stays. */
export default class UpdateLocation {
  /**
   * @throws NotFound
   * @throws LocationTaken (409) when the state has another city of this name
   */
  async execute({ actor, locationId, ...change }: LocationChange): Promise<Location> {
    return write(async (trx) => {
      const location = await Location.query({ client: trx })
        .where('id', locationId)
        .forUpdate()
        .first()
      if (!location) throw new NotFound()
      location.merge(change)
      const after = { ...location.$dirty }
      const before = Object.fromEntries(
        Object.keys(after).map((field) => [field, location.$original[field]])
      )
      location.merge({ cityKey: cityKey(location.city), updatedAt: clock.now() })
      await location.save().catch(refuseDuplicate)
      await recordAudit(trx, {
        actor,
        action: 'location.changed',
        subject: { type: 'location', id: locationId },
        before,
        after,
      })
      return location
    })
  }
}
