/*
 * Many plausible partners from a seed: names, cities by population, two or so categories, rates and
 * ratings with the spread that real ones have. Only for load tests (node ace partners:generate).
 */
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { clock, MINUTE } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { randomFrom } from '#core/support/random'
import { makeInBatches } from '#database/seeders/in_batches'
import type { Availability } from '#partners/models/partner'
import { ratingScore } from '#partners/services/merit'
import { refreshReach } from '#partners/services/reach'

const BATCH = 500

const FIRST = [
  'Golden',
  'Silver',
  'Urban',
  'Little',
  'North',
  'Blue',
  'Wild',
  'Bright',
  'Quiet',
  'Grand',
]
const SECOND = [
  'Lens',
  'Table',
  'Studio',
  'Garden',
  'Stage',
  'Atelier',
  'Workshop',
  'Kitchen',
  'Frame',
  'House',
]
const CRAFT = [
  'weddings',
  'portraits',
  'parties',
  'concerts',
  'brands',
  'homes',
  'families',
  'fashion',
]
const PLATFORMS = ['instagram', 'youtube', 'tiktok', 'facebook', 'pinterest', 'podcast']
const CURRENCIES = ['EUR', 'USD', 'GBP', 'INR']

interface World {
  random: () => number
  cities: string[]
  categories: string[]
  now: number
  run: string
}

export async function generatePartners(
  count: number,
  seed: number,
  report: (done: number) => void
): Promise<void> {
  const world: World = { random: randomFrom(seed), ...(await surroundings()) }
  await makeInBatches(
    { count, size: BATCH },
    (from, to) =>
      insertBatch(Array.from({ length: to - from }, (_, index) => partnerOf(world, from + index))),
    report
  )
}

async function surroundings() {
  const cities = await db
    .from('locations')
    .where('is_active', true)
    .orderBy('population', 'desc')
    .select('id')
  const categories = await db
    .from('categories')
    .where('is_active', true)
    .orderBy('slug')
    .select('id')
  if (cities.length === 0 || categories.length === 0)
    throw new Error('There are no cities or categories yet: run `node ace db:migrate` first')
  return {
    cities: cities.map((city) => city.id as string),
    categories: categories.map((category) => category.id as string),
    now: clock.now(),
    run: newId('job').slice(-8),
  }
}

function partnerOf(world: World, index: number) {
  const { random, now } = world
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]
  const userId = newId('user')
  const id = newId('partner')
  const name = `${pick(FIRST)} ${pick(SECOND)} ${index + 1}`
  const ratings = Math.floor(40 * random() ** 3)
  const sum = Math.round(ratings * (3 + 2 * Math.sqrt(random())))
  const from = 1000 * (1 + Math.floor(100 * random() ** 2))
  const createdAt = now - (index % 500_000) * MINUTE
  const categories = new Set([pick(world.categories), pick(world.categories)])
  const platforms = new Set([pick(PLATFORMS), pick(PLATFORMS)])
  const times = { created_at: createdAt, updated_at: createdAt }
  return {
    user: { id: userId, role: 'partner', status: 'active', name, ...times },
    partner: {
      id,
      user_id: userId,
      business_name: name,
      slug: `generated-${world.run}-${index + 1}`,
      bio: `${name} works for ${pick(CRAFT)} and ${pick(CRAFT)}, with care and on time.`,
      status: 'approved',
      availability: availabilityAt(random()),
      is_featured: random() < 0.02,
      // squared: the large cities, which come first, have most of the partners
      location_id: world.cities[Math.floor(world.cities.length * random() ** 2)],
      radius_km: 10 * Math.floor(6 * random()),
      rate_min: from,
      rate_max: from * (2 + Math.floor(4 * random())),
      rate_currency: pick(CURRENCIES),
      languages: '["en"]',
      rating_sum: sum,
      rating_count: ratings,
      rating_score: ratingScore(sum, ratings),
      submitted_at: createdAt,
      verified_at: createdAt,
      ...times,
    },
    categories: [...categories].map((category) => ({ partner_id: id, category_id: category })),
    platforms: [...platforms].map((platform) => ({ partner_id: id, platform })),
  }
}

function availabilityAt(share: number): Availability {
  if (share < 0.85) return 'available'
  return share < 0.995 ? 'busy' : 'away'
}

async function insertBatch(batch: ReturnType<typeof partnerOf>[]) {
  await write(async (trx) => {
    const insert = (table: string, rows: object[]) =>
      trx.insertQuery().table(table).multiInsert(rows)
    await insert(
      'users',
      batch.map((one) => one.user)
    )
    await insert(
      'partners',
      batch.map((one) => one.partner)
    )
    for (const half of [batch.slice(0, BATCH / 2), batch.slice(BATCH / 2)]) {
      if (half.length === 0) continue
      await insert(
        'partner_categories',
        half.flatMap((one) => one.categories)
      )
      await insert(
        'partner_platforms',
        half.flatMap((one) => one.platforms)
      )
    }
    await refreshReach(
      trx,
      batch.map((one) => one.partner.id)
    )
  })
}
