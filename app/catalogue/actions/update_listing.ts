import { recordAudit } from '#audit/record'
import { detailColumns, type ListingDetails } from '#catalogue/actions/create_listing'
import type { ListingStatus } from '#catalogue/services/kinds'
import { isModerated } from '#catalogue/services/moderation'
import {
  assertCategoryOnOffer,
  assertWindow,
  refusingGoneCategory,
} from '#catalogue/services/on_offer'
import { isModerator, lockOwnListing, type OwnListing } from '#catalogue/services/own_listing'
import { refreshListings } from '#catalogue/services/refresh_listings'
import { activeVariants, replacePrices, type PriceInput } from '#catalogue/services/variants'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { clock } from '#core/support/clock'

interface Changes extends ListingDetails {
  title?: string
  description?: string
  categoryId?: string
  status?: ListingStatus
  /** of a listing with a single variant */
  prices?: PriceInput[]
}

/** What an approved listing was approved for: see app/catalogue/services/moderation.ts. */
const SEEN = [
  'title',
  'description',
  'category_id',
  'platform',
  'content_type',
  'content_quantity',
] as const

/** Changes a listing of any kind; what is not given stays. Placed orders keep what they have. */
export default class UpdateListing {
  /** @throws NotFound, InvalidField */
  async execute(input: { actor: Actor; listingId: string; changes: Changes }): Promise<void> {
    const { actor, listingId, changes } = input
    if (changes.categoryId) await assertCategoryOnOffer(changes.categoryId)
    await write(async (trx) => {
      const listing = await lockOwnListing(trx, actor, listingId)
      const columns = columnsOf(changes)
      if (listing.kind === 'event' && (changes.startsAt ?? changes.endsAt) !== undefined)
        assertWindow(
          changes.startsAt ?? listing.startsAt!,
          changes.endsAt ?? listing.endsAt!,
          clock.now()
        )
      const before = await trx.from('listings').where({ id: listingId }).firstOrFail()
      const isLookedAtAgain =
        listing.moderation === 'approved' && isModerated(actor) && isSeenChanged(before, columns)
      const row = {
        ...columns,
        ...(isLookedAtAgain && { moderation: 'pending' }),
        updated_at: clock.now(),
      }
      await refusingGoneCategory(() => trx.from('listings').where({ id: listingId }).update(row))
      if (changes.prices) await replaceOnlyPrices(trx, listing, changes.prices)
      await refreshListings(trx, [listingId])
      if (isModerator(actor))
        await recordAudit(trx, {
          actor,
          action: 'listing.changed',
          subject: { type: listing.kind, id: listingId },
          personId: listing.seller.userId,
          before: Object.fromEntries(Object.keys(columns).map((name) => [name, before[name]])),
          after: { ...columns, ...(changes.prices && { prices: changes.prices }) },
        })
    })
  }
}

function columnsOf({ prices: _, title, description, categoryId, status, ...details }: Changes) {
  const plain = { title, description, category_id: categoryId, status }
  const given = Object.entries(plain).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(given), ...detailColumns(details) } as Record<string, unknown>
}

function isSeenChanged(before: Record<string, unknown>, columns: Record<string, unknown>) {
  return SEEN.some((name) => columns[name] !== undefined && columns[name] !== before[name])
}

async function replaceOnlyPrices(trx: Transaction, listing: OwnListing, prices: PriceInput[]) {
  const variants = await activeVariants(trx, listing.id)
  if (variants.length !== 1)
    throw new InvalidField('prices', 'oneVariant', 'Change the prices of each variant by itself')
  await replacePrices(trx, variants[0].id, prices)
}
