import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { isForeignKeyViolation } from '#core/database/driver_errors'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { LocationInUse } from '#regions/errors'

/** Deletes a city that no partner and no inquiry names; the foreign keys decide. */
export default class DeleteLocation {
  /**
   * @throws NotFound
   * @throws LocationInUse (409), with the counts
   */
  async execute({ actor, locationId }: { actor: Actor; locationId: string }) {
    await write(async (trx) => {
      const location = await trx.from('locations').where({ id: locationId }).forUpdate().first()
      if (!location) throw new NotFound()
      await this.#delete(trx, locationId)
      await recordAudit(trx, {
        actor,
        action: 'location.deleted',
        subject: { type: 'location', id: locationId },
        before: { city: location.city, state: location.state, country: location.country },
      })
    })
  }

  async #delete(trx: Transaction, id: string) {
    try {
      await trx.from('locations').where({ id }).delete()
    } catch (error) {
      if (!isForeignKeyViolation(error)) throw error
      const [{ partners }] = await trx
        .from('partners')
        .where({ location_id: id })
        .count('* as partners')
      const [{ inquiries }] = await trx
        .from('inquiries')
        .where({ location_id: id })
        .count('* as inquiries')
      throw new LocationInUse({ partners: Number(partners), inquiries: Number(inquiries) })
    }
  }
}
