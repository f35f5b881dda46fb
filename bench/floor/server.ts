/*
 * The floor: a shop written by hand on node:http and the driver, on Souk's own tables. It reads, prices,
 * reserves, pays and books what Souk does for the same requests, with a transaction for each write, and
 * does nothing of what Souk does besides: no accounts, no checks of what was sent, no idempotency, no
 * outbox, no logs. The client is whoever the header names; answers name things as the tables do.
 */
import { createServer, type IncomingMessage } from 'node:http'
import { openDatabase, rowsFor, type Row } from '../database.js'
import { confirmPayment, placeOrder, putInCart, startPayment } from './writes.js'

const database = openDatabase()
const categories = new Map(
  (await database.all('SELECT id, name, slug FROM categories')).map((row) => [row.id, row])
)
const SORTS = new Map([
  ['rating', 'rating_score DESC, id DESC'],
  ['best_selling', 'sold_count DESC, id DESC'],
])
const CARD = `id, kind, title, description, partner_id, category_id, rating_sum, rating_count,
  sold_count, billing_interval, platform, content_type, content_quantity, revisions, delivery_days,
  duration, starts_at, ends_at, created_at, updated_at`

/** Times and amounts as they go over the wire. */
function shown({ currency, ...row }: Row): Row {
  for (const [name, value] of Object.entries(row))
    if (name.endsWith('_at')) row[name] = value && new Date(Number(value)).toISOString()
    else if (name.endsWith('_amount')) row[name] = { amount: Number(value), currency }
  return row
}

async function listProducts(query: URLSearchParams) {
  const category = query.get('categoryId')
  const rows = await database.all(
    `SELECT ${CARD} FROM listings WHERE is_public = 1 AND kind = 'product'
       ${category ? 'AND category_id = ?' : ''}
       ORDER BY ${SORTS.get(query.get('sort')!) ?? 'id DESC'} LIMIT 21`,
    ...(category ? [category] : [])
  )
  const cards = await cardsOf(rows.slice(0, 20), query.get('currency'))
  const data = cards.map((card) => ({ ...card, description: card.description.slice(0, 200) }))
  return { data, meta: { nextCursor: rows[20] ? rows[19].id : null, limit: 20 } }
}

async function cardsOf(rows: Row[], currency: string | null): Promise<Row[]> {
  const of = (columns: string, table: string, rest = '') =>
    rowsFor(
      database,
      `SELECT listing_id, ${columns} FROM ${table} WHERE listing_id IN (?) ${rest}`,
      rows.map(({ id }) => id)
    )
  const prices = await of('currency, min_amount, max_amount', 'listing_prices')
  const images = await of('id, file_id', 'listing_images', 'ORDER BY position')
  const stock = 'COUNT(*) AS count, MIN(id) AS id, SUM(on_hand > reserved) AS buyable'
  const variants = await of(stock, 'variants', 'AND is_active = 1 GROUP BY listing_id')
  const partners = await rowsFor(
    database,
    'SELECT id, slug, business_name, availability FROM partners WHERE id IN (?)',
    [...new Set(rows.map((row) => row.partner_id))]
  )
  return rows.map((row) => {
    const own = prices.filter((price) => price.listing_id === row.id)
    const asked = own.find((price) => price.currency === currency)
    const variant = variants.find((one) => one.listing_id === row.id)
    return {
      ...shown(row),
      partner: partners.find(({ id }) => id === row.partner_id),
      category: categories.get(row.category_id),
      price: asked ? { amount: Number(asked.min_amount), currency } : null,
      prices: own.map((one) => [one.currency, Number(one.min_amount), Number(one.max_amount)]),
      images: images.filter((image) => image.listing_id === row.id),
      variantId: Number(variant?.count) === 1 ? variant!.id : null,
      inStock: Number(variant?.buyable) > 0,
      rating: { average: row.rating_sum / (row.rating_count || 1), count: row.rating_count },
    }
  })
}

async function showProduct(id: string, currency: string | null) {
  const sql = `SELECT ${CARD} FROM listings WHERE id = ? AND is_public = 1`
  const [card] = await cardsOf(await database.all(sql, id), currency)
  const variants = await database.all(
    `SELECT id, sku, options, position, on_hand, reserved FROM variants
       WHERE listing_id = ? AND is_active = 1 ORDER BY position`,
    id
  )
  const prices = await rowsFor(
    database,
    'SELECT variant_id, currency, amount FROM variant_prices WHERE variant_id IN (?)',
    variants.map((variant) => variant.id)
  )
  const offers = variants.map(({ on_hand: there, reserved, ...variant }) => ({
    ...variant,
    options: JSON.parse(variant.options),
    available: there - reserved,
    inStock: there > reserved,
    prices: prices.filter((price) => price.variant_id === variant.id),
  }))
  return { data: { ...card, variants: offers } }
}

async function listOrders(cursor: string | null) {
  const rows = await database.all(
    `SELECT id, number, client_id, source, status, currency, goods_amount, discount_amount,
       shipping_amount, tax_amount, total_amount, refunded_amount, paid_at, created_at, updated_at
       FROM orders ${cursor ? 'WHERE id < ?' : ''} ORDER BY id DESC LIMIT 51`,
    ...(cursor ? [cursor] : [])
  )
  const parts = await rowsFor(
    database,
    `SELECT order_id, partner_orders.id, partner_orders.status, partner_id, business_name, slug
       FROM partner_orders JOIN partners ON partners.id = partner_id
       WHERE order_id IN (?) ORDER BY order_id, position`,
    rows.slice(0, 50).map(({ id }) => id)
  )
  const partsOf = Map.groupBy(parts, (part) => part.order_id)
  const data = rows
    .slice(0, 50)
    .map((row) => ({ ...shown(row), partnerOrders: partsOf.get(row.id) ?? [] }))
  return { data, meta: { nextCursor: rows[50] ? rows[49].id : null, limit: 50 } }
}

async function answer(request: IncomingMessage): Promise<object> {
  const { pathname, searchParams: query } = new URL(request.url!, 'http://floor')
  const [, what, id] = pathname.split('/')
  if (request.method === 'GET' && what === 'orders') return listOrders(query.get('cursor'))
  if (request.method === 'GET')
    return id ? showProduct(id, query.get('currency')) : listProducts(query)
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  const body = text ? JSON.parse(text) : {}
  const clientId = String(request.headers['x-client'])
  return database.write<object>((trx) => {
    if (what === 'cart') return putInCart(trx, clientId, body)
    if (what === 'orders') return placeOrder(trx, clientId)
    if (id === 'intents') return startPayment(trx, clientId, body.orderId)
    return confirmPayment(trx, clientId, id)
  })
}

createServer(async (request, response) => {
  try {
    const json = JSON.stringify(await answer(request))
    const length = Buffer.byteLength(json)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': length })
    response.end(json)
  } catch (error) {
    process.stderr.write(`${(error as Error).stack}\n`)
    response.writeHead(500, { 'content-length': 0 }).end()
  }
}).listen(Number(process.env.PORT), '127.0.0.1')
