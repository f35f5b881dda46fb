import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { isForeignKeyViolation } from '#core/database/driver_errors'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { RegionInUse } from '#regions/errors'
import RegionChanged from '#regions/events/region_changed'
import { lockRegion } from '#regions/services/lock_region'

/** Deletes a region that no account and no order belongs to; the foreign keys decide. */
export default class DeleteRegion {
  /**
   * @throws NotFound
   * @throws RegionInUse (409), with the count
   */
  async execute({ actor, regionId }: { actor: Actor; regionId: string }) {
    await write(async (trx) => {
      const { name, currency } = await lockRegion(trx, regionId)
      await trx.from('region_countries').where({ region_id: regionId }).delete()
      await trx.from('region_restrictions').where({ region_id: regionId }).delete()
      await trx.from('shipping_rates').where({ region_id: regionId }).delete()
      await this.#delete(trx, regionId)
      await outbox.record(trx, new RegionChanged(regionId))
      await recordAudit(trx, {
        actor,
        action: 'region.deleted',
        subject: { type: 'region', id: regionId },
        before: { name, currency },
      })
    })
  }

  async #delete(trx: Transaction, id: string) {
    try {
      await trx.from('regions').where({ id }).delete()
    } catch (error) {
      if (!isForeignKeyViolation(error)) throw error
      const [{ users }] = await trx.from('users').where({ region_id: id }).count('* as users')
      const [{ orders }] = await trx.from('orders').where({ region_id: id }).count('* as orders')
      throw new RegionInUse({ users: Number(users), orders: Number(orders) })
    }
  }
}
