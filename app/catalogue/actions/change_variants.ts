import { recordAudit } from '#audit/record'
import { LastVariant, TooManyVariants } from '#catalogue/errors'
import {
  isModerator,
  lockListingOfVariant,
  lockOwnListing,
  type OwnListing,
} from '#catalogue/services/own_listing'
import { refreshListings } from '#catalogue/services/refresh_listings'
import { retireVariants } from '#catalogue/services/retire_variants'
import {
  activeVariants,
  assertOptionsFree,
  insertVariant,
  MAX_VARIANTS,
  optionsText,
  refusingTakenSku,
  replacePrices,
  type PriceInput,
  type VariantInput,
} from '#catalogue/services/variants'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

interface VariantChanges {
  sku?: string
  options?: Record<string, string>
  prices?: PriceInput[]
  position?: number
}

/** The variants of listings. What was ordered keeps the price and the label it was ordered with. */
export default class ChangeVariants {
  /**
   * @returns the id of the new variant
   * @throws NotFound
   * @throws SkuTaken, OptionsTaken, TooManyVariants (409)
   */
  add(input: { actor: Actor; listingId: string; variant: VariantInput }): Promise<string> {
    const { actor, listingId, variant } = input
    return write(async (trx) => {
      const listing = await lockOwnListing(trx, actor, listingId)
      const others = await activeVariants(trx, listingId)
      if (others.length >= MAX_VARIANTS) throw new TooManyVariants(MAX_VARIANTS)
      const options = optionsText(variant.options ?? {})
      await assertOptionsFree(trx, { listingId, options })
      const id = await insertVariant(
        trx,
        { position: others.length, ...variant },
        { listingId, partnerId: listing.partnerId, actorId: actor.id, path: '' }
      )
      await refreshListings(trx, [listingId])
      await audit(trx, actor, listing, 'variant_added', { variantId: id })
      return id
    })
  }

  /**
   * @throws NotFound
   * @throws SkuTaken, OptionsTaken (409)
   */
  async change(input: { actor: Actor; variantId: string; changes: VariantChanges }): Promise<void> {
    const { actor, variantId, changes } = input
    const { sku, options, prices, position } = changes
    await write(async (trx) => {
      const listing = await lockListingOfVariant(trx, actor, variantId)
      const text = options && optionsText(options)
      if (text !== undefined)
        await assertOptionsFree(trx, { listingId: listing.id, variantId, options: text })
      const columns = {
        ...(sku !== undefined && { sku }),
        ...(text !== undefined && { options: text }),
        ...(position !== undefined && { position }),
        updated_at: clock.now(),
      }
      await refusingTakenSku('sku', () =>
        trx.from('variants').where({ id: variantId }).update(columns)
      )
      if (prices) await replacePrices(trx, variantId, prices)
      await refreshListings(trx, [listing.id])
      await audit(trx, actor, listing, 'variant_changed', { variantId, ...changes })
    })
  }

  /**
   * @throws NotFound
   * @throws LastVariant (409)
   */
  async retire({ actor, variantId }: { actor: Actor; variantId: string }): Promise<void> {
    await write(async (trx) => {
      const listing = await lockListingOfVariant(trx, actor, variantId)
      const all = await activeVariants(trx, listing.id)
      if (all.length === 1) throw new LastVariant()
      await retireVariants(trx, { id: variantId })
      await refreshListings(trx, [listing.id])
      await audit(trx, actor, listing, 'variant_retired', { variantId })
    })
  }
}

async function audit(
  trx: Transaction,
  actor: Actor,
  listing: OwnListing,
  deed: 'variant_added' | 'variant_changed' | 'variant_retired',
  after: Record<string, unknown>
) {
  if (!isModerator(actor)) return
  await recordAudit(trx, {
    actor,
    action: `listing.${deed}`,
    subject: { type: listing.kind, id: listing.id },
    personId: listing.seller.userId,
    after,
  })
}
