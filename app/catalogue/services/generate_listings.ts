/*
 * Many plausible listings from a seed, over the approved partners and active categories there are:
 * products for the most part, with variants, prices in three currencies, stock, sales and ratings.
 * Only for load tests (node ace catalogue:generate).
 */
import db from '@adonisjs/lucid/services/db'
import type { ListingKind } from '#catalogue/services/kinds'
import { refreshListings } from '#catalogue/services/refresh_listings'
import { write } from '#core/database/write'
import { clock, DAY, MINUTE } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { randomFrom } from '#core/support/random'
import { insertInBatches, makeInBatches } from '#database/seeders/in_batches'
import { ratingScore } from '#partners/services/merit'

const BATCH = 250
const MOST_PARTNERS = 2_000

const LOOKS = ['Blue', 'Linen', 'Hand-made', 'Silver', 'Small', 'Oak', 'Warm', 'Folded', 'Bright']
const THINGS = ['teapot', 'print', 'lamp', 'scarf', 'album', 'bowl', 'poster', 'basket', 'candle']
const PLATFORMS = ['instagram', 'youtube', 'tiktok', 'podcast']
const CONTENT = ['reel', 'story', 'video', 'post']
const SIZES = ['S', 'M', 'L']
/** what a price in euros is multiplied by, in hundredths */
const RATES: [currency: string, rate: number][] = [
  ['EUR', 100],
  ['USD', 110],
  ['GBP', 86],
]

interface World {
  random: () => number
  partners: string[]
  categories: string[]
  now: number
  run: string
}

export async function generateListings(
  count: number,
  seed: number,
  report: (done: number) => void
): Promise<void> {
  const world: World = { random: randomFrom(seed), ...(await surroundings()) }
  await makeInBatches(
    { count, size: BATCH },
    (from, to) =>
      insertBatch(Array.from({ length: to - from }, (_, index) => listingOf(world, from + index))),
    report
  )
}

async function surroundings() {
  const partners = await db
    .from('partners')
    .where('status', 'approved')
    .orderBy('id')
    .limit(MOST_PARTNERS)
    .select('id')
  const categories = await db
    .from('categories')
    .where('is_active', true)
    .orderBy('slug')
    .select('id')
  if (partners.length === 0 || categories.length === 0)
    throw new Error(
      'There are no partners or categories yet: run `node ace partners:generate` first'
    )
  return {
    partners: partners.map((partner) => partner.id as string),
    categories: categories.map((category) => category.id as string),
    now: clock.now(),
    run: newId('job').slice(-8),
  }
}

function kindAt(share: number): ListingKind {
  if (share < 0.8) return 'product'
  return share < 0.95 ? 'package' : 'event'
}

function listingOf(world: World, index: number) {
  const { random, now } = world
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]
  const kind = kindAt(random())
  const id = newId(kind)
  const partnerId = pick(world.partners)
  const title = `${pick(LOOKS)} ${pick(THINGS)} ${index + 1}`
  const ratings = Math.floor(40 * random() ** 3)
  const sum = Math.round(ratings * (3 + 2 * Math.sqrt(random())))
  const createdAt = now - (index % 500_000) * MINUTE
  const times = { created_at: createdAt, updated_at: createdAt }
  const listing = {
    id,
    kind,
    partner_id: partnerId,
    // squared: the first categories have most of what is sold
    category_id: world.categories[Math.floor(world.categories.length * random() ** 2)],
    title,
    description: `A ${title.toLowerCase()} made by hand and sent within a week.`,
    status: random() < 0.97 ? 'active' : 'inactive',
    moderation: random() < 0.98 ? 'approved' : 'pending',
    platform: kind === 'package' ? pick(PLATFORMS) : null,
    content_type: kind === 'package' ? pick(CONTENT) : null,
    content_quantity: kind === 'package' ? 1 + Math.floor(5 * random()) : null,
    revisions: kind === 'package' ? Math.floor(4 * random()) : null,
    delivery_days: kind === 'package' ? 7 : null,
    starts_at: kind === 'event' ? now - DAY : null,
    ends_at: kind === 'event' ? now + Math.ceil(60 * random()) * DAY : null,
    sold_count: Math.floor(200 * random() ** 4),
    rating_sum: sum,
    rating_count: ratings,
    rating_score: ratingScore(sum, ratings),
    ...times,
  }
  const sizes = kind === 'product' ? SIZES.slice(0, 1 + Math.floor(3 * random())) : ['']
  const euros = 5 + Math.floor(200 * random() ** 2)
  const variants = sizes.map((size, position) => ({
    id: newId('variant'),
    listing_id: id,
    partner_id: partnerId,
    sku: `G-${world.run}-${index + 1}-${position + 1}`,
    options: JSON.stringify(size === '' ? {} : { size }),
    position,
    is_active: true,
    tracks_stock: kind !== 'package',
    on_hand: kind === 'package' ? 0 : Math.floor(60 * random()),
    ...times,
  }))
  const prices = variants.flatMap((variant, position) =>
    RATES.map(([currency, rate]) => ({
      variant_id: variant.id,
      currency,
      amount: rate * (euros + 3 * position) - 1,
    }))
  )
  const moves = variants.flatMap((variant) =>
    variant.on_hand > 0
      ? [
          {
            variant_id: variant.id,
            quantity: variant.on_hand,
            kind: 'opening',
            created_at: createdAt,
          },
        ]
      : []
  )
  return { listing, variants, prices, moves }
}

async function insertBatch(batch: ReturnType<typeof listingOf>[]) {
  await write(async (trx) => {
    const insert = (table: string, rows: object[]) => insertInBatches(trx, table, rows)
    await insert(
      'listings',
      batch.map((one) => one.listing)
    )
    await insert(
      'variants',
      batch.flatMap((one) => one.variants)
    )
    await insert(
      'variant_prices',
      batch.flatMap((one) => one.prices)
    )
    await insert(
      'stock_moves',
      batch.flatMap((one) => one.moves)
    )
    const ids = batch.map((one) => one.listing.id)
    await refreshListings(trx, ids)
  })
}
