import { recordAudit } from '#audit/record'
import { lockOwnListing } from '#catalogue/services/own_listing'
import { forgetAnswersAfter } from '#catalogue/services/public_answers'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'

/** Puts a listing among the featured ones, or takes it out; saying it again changes nothing. */
export default class FeatureListing {
  /** @throws NotFound */
  async execute(input: { actor: Actor; listingId: string; featured: boolean }): Promise<void> {
    const { actor, listingId, featured } = input
    await write(async (trx) => {
      const { kind } = await lockOwnListing(trx, actor, listingId)
      const other = trx.from('listings').where({ id: listingId, is_featured: !featured })
      if (!(await changedOne(other, { is_featured: featured, updated_at: clock.now() }))) return
      await recordAudit(trx, {
        actor,
        action: featured ? 'listing.featured' : 'listing.unfeatured',
        subject: { type: kind, id: listingId },
        before: { isFeatured: !featured },
        after: { isFeatured: featured },
      })
      forgetAnswersAfter(trx)
    })
  }
}
