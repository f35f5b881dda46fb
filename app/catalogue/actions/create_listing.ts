import { recordAudit } from '#audit/record'
import { OptionsTaken } from '#catalogue/errors'
import type { ListingKind, ListingStatus } from '#catalogue/services/kinds'
import { firstModeration } from '#catalogue/services/moderation'
import {
  assertCategoryOnOffer,
  assertWindow,
  refusingGoneCategory,
} from '#catalogue/services/on_offer'
import { isModerator, lockSeller } from '#catalogue/services/own_listing'
import { refreshListings } from '#catalogue/services/refresh_listings'
import { insertVariant, optionsText, type VariantInput } from '#catalogue/services/variants'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import { ratingScore } from '#partners/services/merit'

/** What only some kinds have. */
export interface ListingDetails {
  billingInterval?: string | null
  platform?: string
  contentType?: string
  quantity?: number
  revisions?: number
  deliveryDays?: number
  duration?: string | null
  /** epoch ms */
  startsAt?: number
  endsAt?: number
}

interface NewListing {
  actor: Actor
  kind: ListingKind
  /** whom staff sell it for */
  partnerId?: string
  title: string
  description: string
  categoryId: string
  status: ListingStatus
  details: ListingDetails
  variants: VariantInput[]
}

/** Offers something new. It is public once it is active, approved, and its partner may trade. */
export default class CreateListing {
  /**
   * @returns its id
   * @throws InvalidField for a category that is not on offer, a window that is none, a partner whom
   * nobody knows
   * @throws SkuTaken, OptionsTaken (409)
   */
  async execute({ actor, kind, ...input }: NewListing): Promise<string> {
    await assertCategoryOnOffer(input.categoryId)
    const now = clock.now()
    const { startsAt, endsAt } = input.details
    if (kind === 'event') assertWindow(startsAt!, endsAt!, now)
    assertDistinctOptions(input.variants)
    const { id, createdAt, updatedAt } = newRow(kind, now)
    await write(async (trx) => {
      const seller = await lockSeller(trx, actor, input.partnerId)
      const row = {
        id,
        kind,
        partner_id: seller.id,
        category_id: input.categoryId,
        title: input.title,
        description: input.description,
        status: input.status,
        moderation: firstModeration(actor),
        rating_score: ratingScore(0, 0),
        ...detailColumns(input.details),
        created_at: createdAt,
        updated_at: updatedAt,
      }
      await refusingGoneCategory(() => trx.insertQuery().table('listings').insert(row))
      const place = { listingId: id, partnerId: seller.id, actorId: actor.id }
      for (const [index, variant] of input.variants.entries()) {
        const path = input.variants.length > 1 ? `variants.${index}.` : ''
        await insertVariant(trx, { position: index, ...variant }, { ...place, path })
      }
      await refreshListings(trx, [id])
      if (isModerator(actor))
        await recordAudit(trx, {
          actor,
          action: 'listing.created',
          subject: { type: kind, id },
          personId: seller.userId,
          after: { partnerId: seller.id, title: input.title },
        })
    })
    return id
  }
}

function assertDistinctOptions(variants: VariantInput[]) {
  const texts = variants.map(({ options }) => optionsText(options ?? {}))
  const twice = texts.findIndex((text, index) => texts.indexOf(text) !== index)
  if (twice >= 0) throw new OptionsTaken(`variants.${twice}.options`)
}

const COLUMNS: Record<keyof ListingDetails, string> = {
  billingInterval: 'billing_interval',
  platform: 'platform',
  contentType: 'content_type',
  quantity: 'content_quantity',
  revisions: 'revisions',
  deliveryDays: 'delivery_days',
  duration: 'duration',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
}

/** The details that were given, as columns. */
export function detailColumns(details: ListingDetails): Record<string, unknown> {
  const given = Object.entries(details).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    given.map(([name, value]) => [COLUMNS[name as keyof ListingDetails], value])
  )
}
