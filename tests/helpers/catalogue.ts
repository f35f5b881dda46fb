/*
 * Things to buy, written straight into the tables.
 */
import db from '@adonisjs/lucid/services/db'
import type { ListingKind } from '#catalogue/services/kinds'
import { refreshListings } from '#catalogue/services/refresh_listings'
import { write } from '#core/database/write'
import { clock, DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { unique } from '#tests/helpers/actors'
import { makeCategory, sharedCorner, makePartner } from '#tests/helpers/marketplace'

export interface TestPrice {
  currency: string
  /** in minor units */
  amount: number
  compareAt?: number
}

export interface ListingOptions {
  /** who sells it; a fresh approved partner when not given */
  partner?: { partnerId: string }
  kind?: ListingKind
  /** of each variant; 19.99 EUR when not given */
  prices?: TestPrice[]
  /** of each variant; null: no stock is kept; 10 when not given */
  stock?: number | null
  /** how many of them; one when not given */
  variants?: number
  categoryId?: string
  /** other columns of `listings` */
  listing?: Record<string, unknown>
}

export interface TestListing {
  listingId: string
  partnerId: string
  categoryId: string
  /** the first of them */
  variantId: string
  variantIds: string[]
}

const COLUMNS_OF_KIND: Record<ListingKind, (now: number) => object> = {
  product: () => ({}),
  package: () => ({
    platform: 'instagram',
    content_type: 'reel',
    content_quantity: 1,
    revisions: 2,
    delivery_days: 7,
  }),
  event: (now) => ({ starts_at: now - DAY, ends_at: now + DAY }),
}

/** An active, approved listing that anybody may buy (as far as its partner may trade). */
export async function makeListing(options: ListingOptions = {}): Promise<TestListing> {
  const { kind = 'product', variants = 1 } = options
  const partnerId = (options.partner ?? (await makePartner(await sharedCorner()))).partnerId
  const categoryId = options.categoryId ?? (await makeCategory())
  const now = clock.now()
  const times = { created_at: now, updated_at: now }
  const listing = {
    id: newId(kind),
    kind,
    partner_id: partnerId,
    category_id: categoryId,
    title: `Listing ${unique()}`,
    description: 'Something to buy.',
    status: 'active',
    moderation: 'approved',
    ...COLUMNS_OF_KIND[kind](now),
    ...times,
    ...options.listing,
  }
  const variantIds: string[] = []
  await write(async (trx) => {
    const insert = (table: string, row: object) => trx.insertQuery().table(table).insert(row)
    await insert('listings', listing)
    for (let position = 0; position < variants; position++)
      variantIds.push(await insertVariant(insert, { listing, position, options, times }))
    await refreshListings(trx, [listing.id])
  })
  return { listingId: listing.id, partnerId, categoryId, variantId: variantIds[0], variantIds }
}

interface VariantPlan {
  listing: { id: string; kind: string; partner_id: string }
  position: number
  options: ListingOptions
  times: { created_at: number; updated_at: number }
}

async function insertVariant(
  insert: (table: string, row: object) => PromiseLike<unknown>,
  { listing, position, options, times }: VariantPlan
): Promise<string> {
  const stock = options.stock === undefined && listing.kind !== 'package' ? 10 : options.stock
  const id = newId('variant')
  await insert('variants', {
    id,
    listing_id: listing.id,
    partner_id: listing.partner_id,
    sku: unique('sku-'),
    options: JSON.stringify(position === 0 ? {} : { size: String(position) }),
    position,
    tracks_stock: typeof stock === 'number',
    on_hand: stock ?? 0,
    ...times,
  })
  if (stock)
    await insert('stock_moves', {
      variant_id: id,
      quantity: stock,
      kind: 'opening',
      created_at: times.created_at,
    })
  for (const { currency, amount, compareAt } of options.prices ?? [
    { currency: 'EUR', amount: 1999 },
  ])
    await insert('variant_prices', {
      variant_id: id,
      currency,
      amount,
      compare_at_amount: compareAt ?? null,
    })
  return id
}

/** The row of a variant as it is now. */
export function variantRow(variantId: string) {
  return db.from('variants').where({ id: variantId }).firstOrFail()
}

/** The row of a listing as it is now. */
export function listingRow(listingId: string) {
  return db.from('listings').where({ id: listingId }).firstOrFail()
}
