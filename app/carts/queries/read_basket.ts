import { marksFor, rowsOf } from '#core/database/statements'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { clock } from '#core/support/clock'

/** One line of a cart with what it stands for now. */
export interface BasketItem {
  itemId: string
  variantId: string
  listingId: string
  partnerId: string
  partnerName: string
  partnerSlug: string
  kind: 'product' | 'package' | 'event'
  categoryId: string
  title: string
  sku: string
  options: Record<string, string>
  revisions: number
  quantity: number
  /** what the client saw last, in minor units */
  seenAmount: number
  seenCurrency: string
  /** on offer: listed, active, and within its window */
  isOnOffer: boolean
  /** how many there are for this client; null without limit */
  available: number | null
  /** minor units by currency */
  prices: Map<string, number>
}

/** The lines of a cart in the order in which they were put in; two queries. */
export async function readBasket(
  client: QueryClientContract,
  cartId: string
): Promise<BasketItem[]> {
  const rows = await rowsOf(client, BASKET_ROWS, cartId)
  if (rows.length === 0) return []
  const prices = await pricesOf(
    client,
    rows.map((row) => row.variant_id)
  )
  return rows.map((row) => itemOf(row, prices.get(row.variant_id) ?? new Map()))
}

/** What variants stand for. */
const OFFERED = `variants.id AS variant_id, variants.sku, variants.options,
    variants.is_active, variants.tracks_stock, variants.on_hand, variants.reserved,
    listings.id AS listing_id, listings.kind, listings.category_id, listings.title,
    listings.revisions, listings.is_public, listings.starts_at, listings.ends_at,
    partners.id AS partner_id, partners.business_name, partners.slug`

const THEIR_LISTINGS = `JOIN listings ON listings.id = variants.listing_id
    JOIN partners ON partners.id = listings.partner_id`

const BASKET_ROWS = `
  SELECT cart_lines.id AS item_id, cart_lines.quantity, cart_lines.seen_amount,
    cart_lines.seen_currency, ${OFFERED}
  FROM cart_lines JOIN variants ON variants.id = cart_lines.variant_id ${THEIR_LISTINGS}
  WHERE cart_lines.cart_id = ? ORDER BY cart_lines.id`

/** The same for variants that are in no cart; those that do not exist are left out. */
export async function readVariants(
  client: QueryClientContract,
  wanted: { variantId: string; quantity: number }[]
): Promise<BasketItem[]> {
  if (wanted.length === 0) return []
  const ids = wanted.map(({ variantId }) => variantId)
  const rows = await rowsOf(
    client,
    `SELECT ${OFFERED} FROM variants ${THEIR_LISTINGS} WHERE variants.id IN (${marksFor(ids)})`,
    ...ids
  )
  const prices = await pricesOf(client, ids)
  return wanted.flatMap(({ variantId, quantity }) => {
    const row = rows.find((found) => found.variant_id === variantId)
    const unseen = { item_id: variantId, quantity, seen_amount: 0, seen_currency: '' }
    return row ? [itemOf({ ...row, ...unseen }, prices.get(variantId) ?? new Map())] : []
  })
}

/** Prices in every currency, by variant. */
export async function pricesOf(
  client: QueryClientContract,
  variantIds: string[]
): Promise<Map<string, Map<string, number>>> {
  const rows = await rowsOf(
    client,
    `SELECT variant_id, currency, amount FROM variant_prices
       WHERE variant_id IN (${marksFor(variantIds)})`,
    ...variantIds
  )
  const prices = new Map<string, Map<string, number>>()
  for (const { variant_id: variantId, currency, amount } of rows) {
    const known = prices.get(variantId)
    if (known) known.set(currency, Number(amount))
    else prices.set(variantId, new Map([[currency, Number(amount)]]))
  }
  return prices
}

function itemOf(row: Record<string, any>, prices: Map<string, number>): BasketItem {
  return {
    itemId: row.item_id,
    variantId: row.variant_id,
    listingId: row.listing_id,
    partnerId: row.partner_id,
    partnerName: row.business_name,
    partnerSlug: row.slug,
    kind: row.kind,
    categoryId: row.category_id,
    title: row.title,
    sku: row.sku,
    options: JSON.parse(row.options),
    revisions: row.revisions ?? 0,
    quantity: row.quantity,
    seenAmount: Number(row.seen_amount),
    seenCurrency: row.seen_currency,
    isOnOffer: isOnOffer(row),
    available: Number(row.tracks_stock) === 1 ? row.on_hand - row.reserved : null,
    prices,
  }
}

/** A listing that everybody sees, an active variant of it, and, for an event, the right time. */
export function isOnOffer(row: Record<string, any>): boolean {
  const now = clock.now()
  const isTime =
    (row.starts_at === null || Number(row.starts_at) <= now) &&
    (row.ends_at === null || Number(row.ends_at) > now)
  return Number(row.is_public) === 1 && Number(row.is_active) === 1 && isTime
}
