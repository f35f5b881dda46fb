import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'

/** Puts a partner among the featured ones, or takes it out; saying it again changes nothing. */
export default class FeaturePartner {
  /** @throws NotFound */
  async execute(input: { actor: Actor; partnerId: string; featured: boolean }): Promise<void> {
    const { actor, partnerId, featured } = input
    await write(async (trx) => {
      const other = trx.from('partners').where({ id: partnerId, is_featured: !featured })
      const isChanged = await changedOne(other, {
        is_featured: featured,
        updated_at: clock.now(),
      })
      const partner = await trx.from('partners').where({ id: partnerId }).select('user_id').first()
      if (!partner) throw new NotFound()
      if (!isChanged) return
      await recordAudit(trx, {
        actor,
        action: featured ? 'partner.featured' : 'partner.unfeatured',
        subject: { type: 'partner', id: partnerId },
        personId: partner.user_id,
        before: { isFeatured: !featured },
        after: { isFeatured: featured },
      })
    })
  }
}
