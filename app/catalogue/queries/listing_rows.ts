/*
 * Listings as lists show them, as plain rows: four queries beside the page itself, however long it is.
 */
import db from '@adonisjs/lucid/services/db'
import type { BillingInterval, ListingKind, ListingStatus } from '#catalogue/services/kinds'
import type { ModerationState } from '#catalogue/services/moderation'
import { categoryTree } from '#categories/queries/category_tree'
import { marksFor, rowsOf } from '#core/database/statements'
import { currentTransaction } from '#core/database/write'
import type { Availability } from '#partners/models/partner'

export interface ListingRow {
  id: string
  kind: ListingKind
  partner_id: string
  category_id: string
  title: string
  description: string
  status: ListingStatus
  moderation: ModerationState
  moderation_reason: string | null
  is_public: number
  is_featured: number
  billing_interval: BillingInterval | null
  platform: string | null
  content_type: string | null
  content_quantity: number | null
  revisions: number | null
  delivery_days: number | null
  duration: string | null
  starts_at: number | null
  ends_at: number | null
  sold_count: number
  rating_sum: number
  rating_count: number
  rating_score: number
  created_at: number
  updated_at: number
}

export const LISTING_COLUMNS = [
  'id',
  'kind',
  'partner_id',
  'category_id',
  'title',
  'description',
  'status',
  'moderation',
  'moderation_reason',
  'is_public',
  'is_featured',
  'billing_interval',
  'platform',
  'content_type',
  'content_quantity',
  'revisions',
  'delivery_days',
  'duration',
  'starts_at',
  'ends_at',
  'sold_count',
  'rating_sum',
  'rating_count',
  'rating_score',
  'created_at',
  'updated_at',
].map((column) => `listings.${column}`)

export interface PriceRange {
  listing_id: string
  currency: string
  min_amount: number
  max_amount: number
}

export interface ListingImage {
  id: string
  listing_id: string
  file_id: string
}

export interface SellerRow {
  id: string
  user_id: string
  slug: string
  business_name: string
  availability: Availability
}

/** What stands beside a listing in every answer. */
export interface ListingFacts {
  /** by currency */
  prices: PriceRange[]
  images: ListingImage[]
  partner: SellerRow
  category: { id: string; name: string; slug: string } | null
  /** the only variant; null when there is a choice */
  variantId: string | null
  inStock: boolean
}

export interface ShownListing {
  row: ListingRow
  facts: ListingFacts
  /** the currency that prices are asked for in, if one is known */
  currency: string | null
}

interface VariantSum {
  listing_id: string
  variants: number
  only_id: string
  buyable: number | string
}

/** Adds to these rows what lists show beside them. */
export async function shown(rows: ListingRow[], currency: string | null): Promise<ShownListing[]> {
  if (rows.length === 0) return []
  const reader = currentTransaction() ?? db
  const ids = rows.map((row) => row.id)
  const partnerIds = [...new Set(rows.map((row) => row.partner_id))]
  const prices = await rowsOf<PriceRange>(
    reader,
    `SELECT listing_id, currency, min_amount, max_amount FROM listing_prices
       WHERE listing_id IN (${marksFor(ids)}) ORDER BY listing_id, currency`,
    ...ids
  )
  const images = await rowsOf<ListingImage>(
    reader,
    `SELECT id, listing_id, file_id FROM listing_images
       WHERE listing_id IN (${marksFor(ids)}) ORDER BY listing_id, position, id`,
    ...ids
  )
  const variants = await rowsOf<VariantSum>(
    reader,
    `SELECT listing_id, COUNT(*) AS variants, MIN(id) AS only_id,
         SUM(tracks_stock = 0 OR on_hand > reserved) AS buyable
       FROM variants WHERE listing_id IN (${marksFor(ids)}) AND is_active = 1 GROUP BY listing_id`,
    ...ids
  )
  const partners = await rowsOf<SellerRow>(
    reader,
    `SELECT id, user_id, slug, business_name, availability FROM partners
       WHERE id IN (${marksFor(partnerIds)})`,
    ...partnerIds
  )
  const tree = await categoryTree()

  const pricesOf = Map.groupBy(prices, (price) => price.listing_id)
  const imagesOf = Map.groupBy(images, (image) => image.listing_id)
  const variantsOf = new Map(variants.map((sum) => [sum.listing_id, sum]))
  const partnerOf = new Map(partners.map((partner) => [partner.id, partner]))
  return rows.map((row) => {
    const sum = variantsOf.get(row.id)
    const category = tree.get(row.category_id)
    const facts: ListingFacts = {
      prices: pricesOf.get(row.id) ?? [],
      images: imagesOf.get(row.id) ?? [],
      partner: partnerOf.get(row.partner_id)!,
      category: category ? { id: category.id, name: category.name, slug: category.slug } : null,
      variantId: Number(sum?.variants) === 1 ? sum!.only_id : null,
      inStock: Number(sum?.buyable ?? 0) > 0,
    }
    return { row, facts, currency }
  })
}
