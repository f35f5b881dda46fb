import { inject } from '@adonisjs/core'
import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import RegionChanged from '#regions/events/region_changed'
import GetRegion, { type RegionDetails } from '#regions/queries/get_region'
import { lockRegion } from '#regions/services/lock_region'

export interface RestrictionsInput {
  actor: Actor
  regionId: string
  productIds: string[]
  categoryIds: string[]
}

/** Says anew what is not sold in a region: these products and categories, and nothing else. */
@inject()
export default class ReplaceRestrictions {
  constructor(private getRegion: GetRegion) {}

  /**
   * @throws NotFound
   * @throws InvalidField naming the first category that does not exist
   */
  async execute({ actor, regionId, productIds, categoryIds }: RestrictionsInput) {
    return write(async (trx): Promise<RegionDetails> => {
      const region = await lockRegion(trx, regionId)
      const { restrictions: before } = await this.getRegion.execute(regionId)
      await assertCategories(trx, categoryIds)
      await trx.from('region_restrictions').where({ region_id: regionId }).delete()
      const row = (kind: string) => (id: string) => ({ region_id: regionId, kind, target_id: id })
      const products = productIds.map(row('product'))
      const categories = categoryIds.map(row('category'))
      for (const rows of [products, categories])
        if (rows.length > 0) await trx.insertQuery().table('region_restrictions').multiInsert(rows)
      await region.merge({ updatedAt: clock.now() }).save()
      await outbox.record(trx, new RegionChanged(regionId))
      await recordAudit(trx, {
        actor,
        action: 'region.restricted',
        subject: { type: 'region', id: regionId },
        before,
        after: { productIds, categoryIds },
      })
      return this.getRegion.execute(regionId)
    })
  }
}

/** Locked, in the order of their ids, so that none is deleted before this commits. */
async function assertCategories(trx: Transaction, ids: string[]) {
  const rows = await trx
    .from('categories')
    .whereIn('id', ids)
    .orderBy('id')
    .forUpdate()
    .select('id')
  const present = new Set(rows.map((row) => row.id))
  const missing = ids.findIndex((id) => !present.has(id))
  if (missing >= 0)
    throw new InvalidField(`categoryIds.${missing}`, 'exists', 'There is no such category')
}
