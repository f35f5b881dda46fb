import { moneyRange, moneyText } from '../../output/values.ts'
import type { Column, Row } from '../../output/columns.ts'
import type { Section } from '../../output/printer.ts'
import type { Range } from '../../output/values.ts'

/** Where staff put a listing forward. */
export const FEATURE = '/admin/listings/:id/feature'

/** What staff need to moderate what is sold. */
export const PERMISSION = 'products.moderate'

/** Where staff say what becomes of a listing. */
export const MODERATION = '/admin/listings/:id/moderate'

export const KINDS = ['product', 'package', 'event']

export const listingColumns: Column[] = [
  { key: 'id', title: 'listing', id: true },
  { key: 'kind' },
  { key: 'title' },
  { key: 'partner.businessName', title: 'partner' },
  { key: 'prices', title: 'price', value: ({ prices }) => pricesText(prices) },
  { key: 'moderation' },
  { key: 'status' },
  { key: 'createdAt', title: 'created' },
  { key: 'category.name', title: 'category', wide: true },
  { key: 'inStock', title: 'in stock', wide: true },
  { key: 'orderCount', title: 'orders', wide: true },
  { key: 'moderationReason', title: 'hidden because', wide: true },
]

export const moreFields = [
  ...['description', 'price', 'images', 'variantId', 'rating', 'billingInterval', 'platform'],
  ...['contentType', 'quantity', 'revisions', 'deliveryDays', 'duration', 'startsAt', 'endsAt'],
  ...['updatedAt', 'isPublic', 'isFeatured'],
]

/** A listing with what can be bought of it. */
export const listingPage: { columns: Column[]; sections: Section[] } = {
  columns: [
    ...listingColumns.map((column) => ({ ...column, wide: false })),
    { key: 'partner.id', title: 'partner id', id: true },
    { key: 'isPublic', title: 'on sale' },
    { key: 'rating.average', title: 'stars' },
    { key: 'images', value: ({ images }) => imageLinks(images) },
    { key: 'updatedAt', title: 'updated' },
    { key: 'description' },
  ],
  sections: [
    {
      title: 'Variants',
      rows: (listing) => (listing.variants as Row[]) ?? [],
      columns: [
        { key: 'id', id: true },
        { key: 'sku' },
        { key: 'options', value: ({ options }) => Object.values((options as Row) ?? {}) },
        { key: 'prices', title: 'price', value: amountsOf },
        { key: 'onHand', title: 'on hand' },
        { key: 'reserved' },
      ],
    },
  ],
}

/** Where one listing is read: each kind has a path of its own, and ids say the kind. */
export function listingPath(id: string): string {
  const path = { pkg: '/packages/:id', evt: '/events/:id' }[id.split('_')[0]]
  return path ?? '/products/:id'
}

/** `12.50 EUR`, or `9.00 – 15.00 EUR` over several variants; one for each currency. */
function pricesText(prices: unknown): string {
  return ((prices as Range[]) ?? [])
    .map(({ min, max, currency }) =>
      min === max ? moneyText({ amount: min, currency }) : moneyRange({ min, max, currency })
    )
    .join(', ')
}

function amountsOf({ prices }: Row): string {
  return ((prices as { amount: number; currency: string }[]) ?? [])
    .map(({ amount, currency }) => moneyText({ amount, currency }))
    .join(', ')
}

function imageLinks(images: unknown): string[] {
  return ((images as { url?: string }[]) ?? []).flatMap(({ url }) => url ?? [])
}
