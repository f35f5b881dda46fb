import { recordAudit } from '#audit/record'
import { isModerator, lockOwnListing } from '#catalogue/services/own_listing'
import { refreshListings } from '#catalogue/services/refresh_listings'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'

interface Switch {
  actor: Actor
  listingId: string
  /** the other one when not given; a draft becomes active */
  status?: 'active' | 'inactive'
}

/** Enables or disables a listing; saying the state that it has changes nothing. */
export default class ToggleListing {
  /** @throws NotFound */
  async execute({ actor, listingId, status }: Switch): Promise<void> {
    await write(async (trx) => {
      const listing = await lockOwnListing(trx, actor, listingId)
      const to = status ?? (listing.status === 'active' ? 'inactive' : 'active')
      if (to === listing.status) return
      await trx
        .from('listings')
        .where({ id: listingId })
        .update({ status: to, updated_at: clock.now() })
      await refreshListings(trx, [listingId])
      if (isModerator(actor))
        await recordAudit(trx, {
          actor,
          action: to === 'active' ? 'listing.enabled' : 'listing.disabled',
          subject: { type: listing.kind, id: listingId },
          personId: listing.seller.userId,
          before: { status: listing.status },
          after: { status: to },
        })
    })
  }
}
