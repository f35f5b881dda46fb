import { recordAudit } from '#audit/record'
import { TooManyImages } from '#catalogue/errors'
import { isModerated } from '#catalogue/services/moderation'
import { isModerator, lockOwnListing, type OwnListing } from '#catalogue/services/own_listing'
import { refreshListings } from '#catalogue/services/refresh_listings'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { keepFile, removeFiles, type StagedFile } from '#core/files/store'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'

export const MAX_IMAGES = 12

/** The pictures of a listing; the first one stands for it in lists. */
export default class ChangeImages {
  /**
   * Adds pictures behind those that are there.
   *
   * @throws NotFound
   * @throws TooManyImages (409)
   */
  async add(input: { actor: Actor; listingId: string; images: StagedFile[] }): Promise<void> {
    const { actor, listingId, images } = input
    await write(async (trx) => {
      const listing = await lockOwnListing(trx, actor, listingId)
      const present = await trx
        .from('listing_images')
        .where({ listing_id: listingId })
        .select('position')
      if (present.length + images.length > MAX_IMAGES) throw new TooManyImages(MAX_IMAGES)
      const last = Math.max(0, ...present.map((row) => Number(row.position)))
      for (const [index, image] of images.entries()) {
        const { id: fileId } = await keepFile(trx, image)
        await trx
          .insertQuery()
          .table('listing_images')
          .insert({
            id: newId('image'),
            listing_id: listingId,
            file_id: fileId,
            position: last + index + 1,
            created_at: clock.now(),
          })
      }
      if (listing.moderation === 'approved' && isModerated(actor))
        await trx.from('listings').where({ id: listingId }).update({ moderation: 'pending' })
      await settle(trx, actor, listing, 'images_added')
    })
  }

  /** @throws NotFound */
  async remove(input: { actor: Actor; listingId: string; imageId: string }): Promise<void> {
    const { actor, listingId, imageId } = input
    await write(async (trx) => {
      const listing = await lockOwnListing(trx, actor, listingId)
      const own = { id: imageId, listing_id: listingId }
      const image = await trx.from('listing_images').where(own).first()
      if (!image) throw new NotFound()
      await trx.from('listing_images').where(own).delete()
      await removeFiles(trx, [image.file_id])
      await settle(trx, actor, listing, 'image_removed')
    })
  }
}

async function settle(
  trx: Transaction,
  actor: Actor,
  listing: OwnListing,
  deed: 'images_added' | 'image_removed'
) {
  await trx.from('listings').where({ id: listing.id }).update({ updated_at: clock.now() })
  await refreshListings(trx, [listing.id])
  if (isModerator(actor))
    await recordAudit(trx, {
      actor,
      action: `listing.${deed}`,
      subject: { type: listing.kind, id: listing.id },
      personId: listing.seller.userId,
    })
}
