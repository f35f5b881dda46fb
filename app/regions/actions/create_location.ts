import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { isDuplicate } from '#core/database/driver_errors'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import { LocationTaken } from '#regions/errors'
import Location from '#regions/models/location'
import { cityKey } from '#regions/services/city_key'

export interface LocationInput {
  city: string
  state?: string
  country: string
  latitude: number
  longitude: number
  population?: number
  isActive?: boolean
}

/** Adds a city. */
export default class CreateLocation {
  /** @throws LocationTaken (409) when the state has a city of this name */
  async execute({ actor, ...input }: LocationInput & { actor: Actor }): Promise<Location> {
    return write(async (trx) => {
      const row = {
        ...newRow('location', clock.now()),
        ...input,
        cityKey: cityKey(input.city),
        state: input.state ?? '',
        population: input.population ?? 0,
        isActive: input.isActive ?? true,
      }
      const location = await Location.create(row, { client: trx }).catch(refuseDuplicate)
      await recordAudit(trx, {
        actor,
        action: 'location.created',
        subject: { type: 'location', id: row.id },
        after: { ...input },
      })
      return location
    })
  }
}

/** @throws LocationTaken when the state has a city of this name */
export function refuseDuplicate(error: unknown): never {
  if (isDuplicate(error)) throw new LocationTaken()
  throw error
}
