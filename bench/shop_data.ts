/*
 * A shop to measure: clients who can log in at once, products of the generated partners, and orders
 * that were paid long ago. Always the same, ids apart. Bulk inserts by the driver: a million orders
 * must not take an hour.
 */
import { SignJWT } from 'jose'
import { newId } from '#core/support/ids'
import { insert, type Database, type Row } from './database.js'

const BATCH = 250
const DAY = 86_400_000

export interface Shopper {
  id: string
  token: string
}

export interface Shop {
  clients: Shopper[]
  staff: Shopper
  /** active top categories that have products */
  categoryIds: string[]
  products: { id: string; variantId: string }[]
}

/** Rows in batches, each of them one transaction. */
async function fill(
  database: Database,
  count: number,
  make: (at: number) => Record<string, Row[]>
) {
  for (let done = 0; done < count; done += BATCH) {
    const tables: Record<string, Row[]> = {}
    for (let at = done; at < Math.min(count, done + BATCH); at++)
      for (const [table, rows] of Object.entries(make(at))) (tables[table] ??= []).push(...rows)
    await database.write(async (trx) => {
      for (const [table, rows] of Object.entries(tables))
        for (let from = 0; from < rows.length; from += BATCH)
          await insert(trx, table, ...rows.slice(from, from + BATCH))
    })
  }
}

export async function fillShop(
  database: Database,
  { clients, products, orders, secret }: ShopSize
): Promise<Shop> {
  const now = Date.now()
  const times = { created_at: now, updated_at: now }
  const ids = async (sql: string) => (await database.all(sql)).map((row) => row.id as string)
  // sixteen first payments of a year at once would be sixteen first numbers
  await insert(database, 'invoice_counters', { year: new Date(now).getUTCFullYear(), last: 0 })
  const [regionId] = await ids("SELECT id FROM regions WHERE currency = 'GBP'")
  const partnerIds = await ids("SELECT id FROM partners WHERE status = 'approved' ORDER BY id")
  const categoryIds = await ids(
    'SELECT id FROM categories WHERE is_active = 1 AND parent_id IS NOT NULL ORDER BY slug LIMIT 50'
  )
  const people = [...Array(clients + 1).keys()].map(() => ({
    id: newId('user'),
    sessionId: newId('session'),
  }))
  await fill(database, people.length, (at) => {
    const { id, sessionId } = people[at]
    const role = at === clients ? 'senior_admin' : 'client'
    const user = { id, role, status: 'active', name: `Shopper ${at}`, region_id: regionId }
    const end = now + DAY
    const session = { id: sessionId, user_id: id, transport: 'bearer', last_seen_at: now }
    const address = { id: newId('address'), user_id: id, label: 'home', recipient: user.name }
    return {
      users: [{ ...user, ...times }],
      sessions: [{ ...session, idle_expires_at: end, absolute_expires_at: end, created_at: now }],
      addresses: [
        {
          ...address,
          line_1: '1 High Street',
          city: 'Leeds',
          country: 'GB',
          is_default: 1,
          ...times,
        },
      ],
    }
  })
  const shoppers = await Promise.all(
    people.map(async ({ id, sessionId }) => ({ id, token: await tokenOf(id, sessionId, secret) }))
  )

  const sold = [...Array(products).keys()].map((at) => ({
    id: newId('product'),
    variantId: newId('variant'),
    partnerId: partnerIds[at % partnerIds.length],
  }))
  await fill(database, products, (at) => productRows(sold[at], at, categoryIds, now))
  await fill(database, orders, (at) =>
    orderRows(sold[(at * 7) % products], people[at % clients].id, at, now - (orders - at) * 1000)
  )
  return {
    clients: shoppers.slice(0, clients),
    staff: shoppers[clients],
    categoryIds,
    products: sold,
  }
}

export interface ShopSize {
  clients: number
  products: number
  orders: number
  /** JWT_SECRET of the server that will be asked */
  secret: string
}

function tokenOf(userId: string, sessionId: string, secret: string): Promise<string> {
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: '1' })
    .setSubject(userId)
    .setIssuer('souk')
    .setAudience('souk-api')
    .setIssuedAt()
    .setExpirationTime('12h')
    .sign(new TextEncoder().encode(secret))
}

interface Sold {
  id: string
  variantId: string
  partnerId: string
}

function productRows(sold: Sold, at: number, categoryIds: string[], now: number) {
  const { id, variantId, partnerId } = sold
  const times = { created_at: now, updated_at: now }
  const amount = 500 + ((at * 37) % 9_500)
  const categoryId = categoryIds[(at * 13) % categoryIds.length]
  const shown = { is_public: 1, kind: 'product', category_id: categoryId }
  const variants = [variantId, newId('variant')]
  const prices = [['GBP', amount], ['USD', amount + 100]] as const // prettier-ignore
  return {
    listings: [
      {
        ...{ id, partner_id: partnerId, ...shown, title: `Handmade thing no. ${at}` },
        description: `A thing made by hand, number ${at}. `.repeat(8),
        ...{ status: 'active', moderation: 'approved', sold_count: (at * 31) % 997 },
        ...{ rating_sum: (at % 90) * 4, rating_count: at % 90, rating_score: (at * 17) % 5_000 },
        ...times,
      },
    ],
    variants: variants.map((variant, position) => ({
      ...{ id: variant, listing_id: id, partner_id: partnerId, sku: `THING-${at}-${position}` },
      ...{ options: JSON.stringify({ size: position ? 'L' : 'M' }), position, is_active: 1 },
      ...{ tracks_stock: 1, on_hand: 1_000_000, reserved: 0, version: 0, ...times },
    })),
    variant_prices: variants.flatMap((variant) =>
      prices.map(([currency, price]) => ({ variant_id: variant, currency, amount: price }))
    ),
    listing_prices: prices.map(([currency, price]) => ({
      ...{ listing_id: id, currency, min_amount: price, max_amount: price, ...shown },
    })),
  }
}

/** Paid and completed, one line of one partner. */
function orderRows(sold: Sold, clientId: string, at: number, now: number) {
  const [id, partId] = [newId('order'), newId('partnerOrder')]
  const goods = 500 + ((at * 37) % 9_500)
  const amounts = { goods_amount: goods, discount_amount: 0, shipping_amount: 0, tax_amount: 0 }
  const commission = Math.floor(goods / 10)
  const common = { status: 'completed', currency: 'GBP', ...amounts, total_amount: goods }
  const times = { closed_at: now, created_at: now, updated_at: now }
  const whole = { id, number: `B-${at}-${id.slice(-8)}`, cart_id: id, client_id: clientId }
  const part = { id: partId, order_id: id, partner_id: sold.partnerId, position: 0 }
  return {
    orders: [
      {
        ...whole,
        source: 'cart',
        placed_by: clientId,
        expires_at: now,
        paid_at: now,
        ...common,
        ...times,
      },
    ],
    partner_orders: [
      {
        ...{ ...part, ...common, ...times, own_discount_amount: 0, commission_amount: commission },
        ...{ earning_amount: goods - commission, has_package: 0, completes_at: now },
      },
    ],
    order_lines: [
      {
        ...{ id: newId('orderLine'), order_id: id, partner_order_id: partId, position: 0 },
        ...{ listing_id: sold.id, variant_id: sold.variantId, kind: 'product', title: 'Thing' },
        ...{ sku: 'THING', options: '{}', quantity: 1, unit_amount: goods, goods_amount: goods },
        ...{ discount_amount: 0, own_discount_amount: 0, tax_bps: 0, tax_amount: 0 },
        ...{ commission_bps: 1000, commission_amount: commission, created_at: now },
      },
    ],
  }
}
