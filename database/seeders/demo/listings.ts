import { DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import type { Dice } from '#database/seeders/demo/dice'
import { fileRow, type PartnerRow } from '#database/seeders/demo/partners'
import type { Picture } from '#database/seeders/demo/pictures'
import type { World } from '#database/seeders/demo/world'

/** Every approved partner sells all of these kinds; each list is gone through in turn. */
const PRODUCTS = [
  { title: 'Framed print', sizes: ['A4', 'A3', 'A2'], from: 39 },
  { title: 'Photo book', sizes: ['24 pages', '48 pages'], from: 49 },
  { title: 'Linen tablecloth', sizes: ['140 cm', '180 cm'], from: 59 },
  { title: 'Set of postcards', sizes: ['10', '50'], from: 9 },
  { title: 'Spice box', sizes: ['small', 'large'], from: 19 },
  { title: 'Recipe of the month', sizes: [], from: 12, interval: 'month' },
]
const PACKAGES = [
  { title: 'Three reels for your channel', platform: 'instagram', type: 'reel', count: 3 },
  { title: 'One film with sound', platform: 'youtube', type: 'video', count: 1 },
  { title: 'Ten edited pictures', platform: 'instagram', type: 'post', count: 10 },
]
const EVENTS = ['Winter market', 'Anniversary sale', 'Last pieces of the season']

/** What one euro is in the other currencies of the demo's places, in hundredths. */
const RATES: Record<string, number> = { EUR: 100, USD: 110, GBP: 86 }

/** pictures that the demo needs for its listings */
export const LISTING_PICTURES = 60

interface Rows {
  listings: object[]
  variants: object[]
  prices: object[]
  moves: object[]
  images: object[]
  files: object[]
  ids: string[]
}

/**
 * Something to buy from every approved partner, in every currency of the demo; a few listings wait
 * for staff, are drafts or hidden. `is_public` and listing_prices are refreshed after the insert.
 */
export function makeListings(
  world: World,
  dice: Dice,
  partners: PartnerRow[],
  pictures: Picture[]
): Rows {
  const rows: Rows = {
    listings: [],
    variants: [],
    prices: [],
    moves: [],
    images: [],
    files: [],
    ids: [],
  }
  const sellers = partners.filter((partner) => partner.status === 'approved')
  sellers.forEach((partner, index) => {
    const add = (kind: Kind, plan: Plan) => addListing(rows, world, dice, { partner, kind, plan })
    for (const step of [0, 1]) {
      const { title, sizes, from, interval } = PRODUCTS[(2 * index + step) % PRODUCTS.length]
      const picture = pictures[2 * index + step]
      add('product', { title, sizes, from, picture, columns: { billing_interval: interval } })
    }
    const work = PACKAGES[index % PACKAGES.length]
    add('package', {
      title: work.title,
      sizes: [],
      from: dice.between(15, 60) * 10,
      columns: {
        platform: work.platform,
        content_type: work.type,
        content_quantity: work.count,
        revisions: 2,
        delivery_days: dice.pick([7, 14]),
      },
    })
    if (index % 3 > 0) return
    add('event', {
      title: EVENTS[(index / 3) % EVENTS.length],
      sizes: [],
      from: dice.between(2, 9) * 5,
      columns: {
        starts_at: world.now - DAY,
        ends_at: world.now + dice.between(3, 40) * DAY,
      },
    })
  })
  return rows
}

type Kind = 'product' | 'package' | 'event'

interface Plan {
  title: string
  /** one variant for each; a single one without options when empty */
  sizes: string[]
  /** the lowest price, in euros */
  from: number
  picture?: Picture
  columns: Record<string, unknown>
}

function addListing(
  rows: Rows,
  world: World,
  dice: Dice,
  { partner, kind, plan }: { partner: PartnerRow; kind: Kind; plan: Plan }
) {
  const id = newId(kind)
  const number = rows.ids.push(id)
  const category = world.categories[number % world.categories.length]
  const createdAt = world.now - dice.between(1, 60) * DAY
  const times = { created_at: createdAt, updated_at: createdAt }
  rows.listings.push({
    id,
    kind,
    partner_id: partner.id,
    category_id: dice.pick([category.id, ...category.children]),
    title: plan.title,
    description: `${plan.title} by ${partner.business_name}, made with care and sent within a week.`,
    ...stateOf(number),
    ...NO_DETAILS,
    ...plan.columns,
    sold_count: 0,
    rating_score: 3500,
    ...times,
  })
  if (plan.picture) addPicture(rows, id, plan.picture, partner.user_id, createdAt)
  const isCounted = kind !== 'package' && !plan.columns.billing_interval
  const choices = plan.sizes.length > 0 ? plan.sizes.map((size) => ({ size })) : [{}]
  choices.forEach((options, position) => {
    const variantId = newId('variant')
    const stock = isCounted ? dice.between(0, 40) : 0
    rows.variants.push({
      id: variantId,
      listing_id: id,
      partner_id: partner.id,
      sku: `DEMO-${number}-${position + 1}`,
      options: JSON.stringify(options),
      position,
      is_active: 1,
      tracks_stock: isCounted ? 1 : 0,
      on_hand: stock,
      ...times,
    })
    if (stock > 0)
      rows.moves.push({
        variant_id: variantId,
        quantity: stock,
        kind: 'opening',
        created_at: createdAt,
      })
    for (const [currency, rate] of Object.entries(RATES))
      rows.prices.push({
        variant_id: variantId,
        currency,
        amount: rate * plan.from * (position + 1),
        compare_at_amount: kind === 'event' ? 2 * rate * plan.from * (position + 1) : null,
      })
  })
}

/** All rows of a batch have the same columns. */
const NO_DETAILS = {
  billing_interval: null,
  platform: null,
  content_type: null,
  content_quantity: null,
  revisions: null,
  delivery_days: null,
  starts_at: null,
  ends_at: null,
}

function stateOf(number: number) {
  if (number % 17 === 0) return { status: 'active', moderation: 'pending', moderation_reason: null }
  if (number % 29 === 0) return { status: 'draft', moderation: 'pending', moderation_reason: null }
  if (number % 31 === 0)
    return {
      status: 'active',
      moderation: 'hidden',
      moderation_reason: 'Please show the thing itself, not a drawing of it.',
    }
  return { status: 'active', moderation: 'approved', moderation_reason: null }
}

function addPicture(rows: Rows, listingId: string, picture: Picture, ownerId: string, at: number) {
  rows.files.push(fileRow(picture, ownerId, 'listing', at))
  rows.images.push({
    id: newId('image'),
    listing_id: listingId,
    file_id: picture.id,
    position: 1,
    created_at: at,
  })
}
