import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ListingPage } from '#catalogue/queries/get_listing'
import type { ShownListing } from '#catalogue/queries/listing_rows'
import { fileUrls } from '#core/files/urls'
import { toIso } from '#core/support/clock'
import { teaserOf } from '#core/support/teaser'
import { ratingOf } from '#partners/services/public_facts'

/** A listing of any kind; what its kind does not have is null. */
export default class ListingTransformer extends BaseTransformer<ShownListing | ListingPage> {
  /** in lists: the beginning of the description */
  toObject() {
    const { row, facts, currency } = this.resource
    const { partner } = facts
    const prices = facts.prices.map((price) => ({
      currency: price.currency,
      min: Number(price.min_amount),
      max: Number(price.max_amount),
    }))
    const asked = prices.find((price) => price.currency === currency)
    return {
      id: row.id,
      kind: row.kind,
      title: row.title,
      description: teaserOf(row.description),
      partner: {
        id: partner.id,
        slug: partner.slug,
        businessName: partner.business_name,
        availability: partner.availability,
      },
      category: facts.category,
      /** the lowest one, in the currency of the region or the one asked for */
      price: asked ? { amount: asked.min, currency: asked.currency } : null,
      prices,
      images: facts.images.map((image) => ({ ...fileUrls(image.file_id)!, id: image.id })),
      variantId: facts.variantId,
      inStock: facts.inStock,
      rating: ratingOf({ ratingSum: row.rating_sum, ratingCount: row.rating_count }),
      /** how many orders it is in */
      orderCount: Number(row.sold_count),
      isFeatured: Number(row.is_featured) === 1,
      billingInterval: row.billing_interval,
      platform: row.platform,
      contentType: row.content_type,
      quantity: row.content_quantity,
      revisions: row.revisions,
      deliveryDays: row.delivery_days,
      duration: row.duration,
      startsAt: time(row.starts_at),
      endsAt: time(row.ends_at),
      createdAt: toIso(Number(row.created_at)),
      updatedAt: toIso(Number(row.updated_at)),
    }
  }

  /** the whole page, with what can be put in a cart */
  forPage() {
    const { row, variants } = this.resource as ListingPage
    return {
      ...this.toObject(),
      description: row.description,
      variants: variants.map((variant) => {
        const isCounted = Number(variant.tracks_stock) === 1
        const available = Number(variant.on_hand) - Number(variant.reserved)
        return {
          id: variant.id,
          sku: variant.sku,
          options: JSON.parse(variant.options) as Record<string, string>,
          position: variant.position,
          prices: variant.prices.map((price) => ({
            amount: Number(price.amount),
            currency: price.currency,
            compareAt: price.compare_at_amount === null ? null : Number(price.compare_at_amount),
          })),
          /** how many can be bought now; null: no stock is kept */
          available: isCounted ? available : null,
          inStock: !isCounted || available > 0,
        }
      }),
    }
  }

  /** in the lists of its partner and of staff */
  forOwner() {
    const { row } = this.resource
    return {
      ...this.toObject(),
      status: row.status,
      moderation: row.moderation,
      moderationReason: row.moderation_reason,
      isPublic: Number(row.is_public) === 1,
    }
  }

  /** the whole page for its partner and for staff, with stock as it is kept */
  forOwnerPage() {
    const page = this.resource as ListingPage
    const stockOf = new Map(page.variants.map((variant) => [variant.id, variant]))
    const { variants, ...rest } = this.forPage()
    const { status, moderation, moderationReason, isPublic } = this.forOwner()
    return {
      ...rest,
      status,
      moderation,
      moderationReason,
      isPublic,
      variants: variants.map((variant) => {
        const {
          tracks_stock: tracks,
          on_hand: onHand,
          reserved,
          version,
        } = stockOf.get(variant.id)!
        return {
          ...variant,
          tracksStock: Number(tracks) === 1,
          onHand: Number(onHand),
          reserved: Number(reserved),
          version: Number(version),
        }
      }),
    }
  }
}

const time = (value: number | null) => toIso(value === null ? null : Number(value))
