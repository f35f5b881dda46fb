import { recordAudit } from '#audit/record'
import { isModerator, lockOwnListing } from '#catalogue/services/own_listing'
import { refreshListings } from '#catalogue/services/refresh_listings'
import { retireVariants } from '#catalogue/services/retire_variants'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { removeFiles } from '#core/files/store'
import { clock } from '#core/support/clock'

/**
 * Takes a listing away for good. Its row and its variants stay, because orders name them; its
 * pictures go, and its labels (SKU) can be used again.
 */
export default class DeleteListing {
  /** @throws NotFound */
  async execute({ actor, listingId }: { actor: Actor; listingId: string }): Promise<void> {
    await write(async (trx) => {
      const listing = await lockOwnListing(trx, actor, listingId)
      const now = clock.now()
      await trx
        .from('listings')
        .where({ id: listingId })
        .update({ deleted_at: now, status: 'inactive', updated_at: now })
      await retireVariants(trx, { listing_id: listingId })
      const images = await trx
        .from('listing_images')
        .where({ listing_id: listingId })
        .select('file_id')
      await trx.from('listing_images').where({ listing_id: listingId }).delete()
      await removeFiles(
        trx,
        images.map((image) => image.file_id)
      )
      await refreshListings(trx, [listingId])
      if (isModerator(actor))
        await recordAudit(trx, {
          actor,
          action: 'listing.deleted',
          subject: { type: listing.kind, id: listingId },
          personId: listing.seller.userId,
          before: { title: listing.title, status: listing.status },
        })
    })
  }
}
