import db from '@adonisjs/lucid/services/db'
import {
  LISTING_COLUMNS,
  shown,
  type ListingRow,
  type ShownListing,
} from '#catalogue/queries/listing_rows'
import { regionOfPlace, soldIn } from '#catalogue/queries/shopping_region'
import { isModerator } from '#catalogue/services/own_listing'
import type { Actor } from '#core/actor'
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
    const query = rowOf(listingId).where('is_public', true)
    if (region) soldIn(query, region)
    return pageOf(await query.first(), currency ?? region?.currency ?? null)
  }

  /**
   * Whatever its state, for its partner and for staff who moderate.
   *
   * @throws NotFound
   */
  async own(actor: Actor, listingId: string): Promise<ListingPage> {
    const query = rowOf(listingId)
    if (!isModerator(actor))
      query.whereIn('partner_id', db.from('partners').where({ user_id: actor.id }).select('id'))
    return pageOf(await query.first(), null)
  }
}

function rowOf(listingId: string) {
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
  const variants: VariantRow[] = await reader
    .from('variants')
    .where({ listing_id: row.id, is_active: true })
    .orderBy('position')
    .orderBy('id')
    .select('id', 'sku', 'options', 'position', 'tracks_stock', 'on_hand', 'reserved', 'version')
  const prices: VariantPrice[] = await reader
    .from('variant_prices')
    .whereIn(
      'variant_id',
      variants.map((variant) => variant.id)
    )
    .orderBy('variant_id')
    .orderBy('currency')
    .select('variant_id', 'currency', 'amount', 'compare_at_amount')
  const pricesOf = Map.groupBy(prices, (price) => price.variant_id)
  return {
    ...listing,
    variants: variants.map((variant) => ({
      ...variant,
      prices: pricesOf.get(variant.id) ?? [],
    })),
  }
}
