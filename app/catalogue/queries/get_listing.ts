import db from '@adonisjs/lucid/services/db'
import {
  LISTING_COLUMNS,
  shown,
  type ListingRow,
  type ShownListing,
} from '#catalogue/queries/listing_rows'
import { regionOfPlace, soldIn, type ShoppingRegion } from '#catalogue/queries/shopping_region'
import { isModerator } from '#catalogue/services/own_listing'
import type { Actor } from '#core/actor'
import { marksFor, rowOf, rowsOf, type Client } from '#core/database/statements'
import { currentTransaction } from '#core/database/write'
import { NotFound } from '#core/errors'

export interface VariantRow {
  id: string
  sku: string
  options: string
  position: number
  tracks_stock: number
  on_hand: number
  reserved: number
  version: number
}

export interface VariantPrice {
  variant_id: string
  currency: string
  amount: number
  compare_at_amount: number | null
}

export interface ListingPage extends ShownListing {
  variants: (VariantRow & { prices: VariantPrice[] })[]
}

/** One listing with its variants: seven queries. */
export default class GetListing {
  /**
   * As anybody may see it.
   *
   * @throws NotFound, also for what is not sold in the region
   */
  async public(
    listingId: string,
    { currency, place }: { currency?: string; place: string }
  ): Promise<ListingPage> {
    const region = await regionOfPlace(place)
    const row = region ? await soldRow(listingId, region) : await publicRow(listingId)
    return pageOf(row, currency ?? region?.currency ?? null)
  }

  /**
   * Whatever its state, for its partner and for staff who moderate.
   *
   * @throws NotFound
   */
  async own(actor: Actor, listingId: string): Promise<ListingPage> {
    const query = rowQuery(listingId)
    if (!isModerator(actor))
      query.whereIn('partner_id', db.from('partners').where({ user_id: actor.id }).select('id'))
    return pageOf(await query.first(), null)
  }
}

/** As nearly everybody asks for it: written out, see core/database/statements. */
async function publicRow(listingId: string): Promise<ListingRow | null> {
  const sql = `SELECT ${LISTING_COLUMNS.join(', ')} FROM listings
    WHERE id = ? AND deleted_at IS NULL AND is_public = 1`
  return (await rowOf<ListingRow>(currentTransaction() ?? db, sql, listingId)) ?? null
}

async function soldRow(listingId: string, region: ShoppingRegion): Promise<ListingRow | null> {
  const query = rowQuery(listingId).where('is_public', true)
  soldIn(query, region)
  return query.first()
}

function rowQuery(listingId: string) {
  return (currentTransaction() ?? db)
    .from('listings')
    .where({ id: listingId })
    .whereNull('deleted_at')
    .select(LISTING_COLUMNS)
}

async function pageOf(row: ListingRow | null, currency: string | null): Promise<ListingPage> {
  if (!row) throw new NotFound()
  const reader = currentTransaction() ?? db
  const [listing] = await shown([row], currency)
  const variants = await rowsOf<VariantRow>(
    reader,
    `SELECT id, sku, options, position, tracks_stock, on_hand, reserved, version FROM variants
       WHERE listing_id = ? AND is_active = 1 ORDER BY position, id`,
    row.id
  )
  const ids = variants.map((variant) => variant.id)
  const prices = await pricesOfVariants(reader, ids)
  const pricesOf = Map.groupBy(prices, (price) => price.variant_id)
  return {
    ...listing,
    variants: variants.map((variant) => ({
      ...variant,
      prices: pricesOf.get(variant.id) ?? [],
    })),
  }
}

async function pricesOfVariants(reader: Client, variantIds: string[]): Promise<VariantPrice[]> {
  if (variantIds.length === 0) return []
  return rowsOf<VariantPrice>(
    reader,
    `SELECT variant_id, currency, amount, compare_at_amount FROM variant_prices
       WHERE variant_id IN (${marksFor(variantIds)}) ORDER BY variant_id, currency`,
    ...variantIds
  )
}
