/*
 * The floor: a shop written by hand on node:http and the driver, on Souk's own tables. It does what
 * Souk does for the same requests, and nothing of what Souk does besides: no accounts, no checks of
 * what was sent, no idempotency, no outbox, no logs. The client is whoever the header names. It is
 * short because it names things as the tables do; its statements, its transactions and the length of
 * its answers are those of the work.
 */
import { createServer, type IncomingMessage } from 'node:http'
import { newId } from '#core/support/ids'
import { marksFor, openDatabase, type Row } from '../database.js'
import { confirmPayment, placeOrder, putInCart, startPayment } from './writes.js'

const database = openDatabase()
const categories = new Map(
  (await database.all('SELECT id, name, slug FROM categories')).map((row) => [row.id, row])
)
const SORTS: Record<string, string> = {
  newest: 'id DESC',
  rating: 'rating_score DESC, id DESC',
  best_selling: 'sold_count DESC, id DESC',
}
const CARD = `id, kind, title, description, partner_id, category_id, rating_sum, rating_count,
  sold_count, billing_interval, platform, content_type, content_quantity, revisions, delivery_days,
  duration, starts_at, ends_at, created_at, updated_at`
const iso = (time: unknown) => (time ? new Date(Number(time)).toISOString() : null)

async function listProducts(query: URLSearchParams) {
  const [category, sort] = [query.get('categoryId'), query.get('sort') ?? 'newest']
  const where = `is_public = 1 AND kind = 'product' ${category ? 'AND category_id = ?' : ''}`
  const sql = `SELECT ${CARD} FROM listings WHERE ${where} ORDER BY ${SORTS[sort]} LIMIT 21`
  const rows = await database.all(sql, ...(category ? [category] : []))
  const cards = await cardsOf(rows.slice(0, 20), query.get('currency'))
  const nextCursor = rows.length > 20 ? rows[19].id : null
  return {
    data: cards.map((card) => ({ ...card, description: card.description.slice(0, 200) })),
    meta: { nextCursor, limit: 20 },
  }
}

async function cardsOf(rows: Row[], currency: string | null): Promise<Row[]> {
  const ids = rows.map((row) => row.id)
  const some = `WHERE listing_id IN (${marksFor(ids)})`
  const owners = [...new Set(rows.map((row) => row.partner_id))]
  const bounds = `SELECT listing_id, currency, min_amount, max_amount FROM listing_prices ${some}`
  const prices = await database.all(bounds, ...ids)
  const pictures = `SELECT id, listing_id, file_id FROM listing_images ${some} ORDER BY position`
  const images = await database.all(pictures, ...ids)
  const variants = await database.all(
    `SELECT listing_id, COUNT(*) AS count, MIN(id) AS id, SUM(on_hand > reserved) AS buyable
       FROM variants ${some} AND is_active = 1 GROUP BY listing_id`,
    ...ids
  )
  const theirs = `WHERE id IN (${marksFor(owners)})`
  const people = `SELECT id, slug, business_name, availability FROM partners ${theirs}`
  const partners = await database.all(people, ...owners)
  return rows.map((row) => {
    const own = prices.filter((price) => price.listing_id === row.id)
    const asked = own.find((price) => price.currency === currency)
    const variant = variants.find((one) => one.listing_id === row.id)
    return {
      ...row,
      partner: partners.find((one) => one.id === row.partner_id),
      category: categories.get(row.category_id),
      price: asked ? { amount: Number(asked.min_amount), currency } : null,
      prices: own.map((one) => [one.currency, Number(one.min_amount), Number(one.max_amount)]),
      images: images.filter((image) => image.listing_id === row.id),
      variantId: Number(variant?.count) === 1 ? variant!.id : null,
      inStock: Number(variant?.buyable) > 0,
      rating: { average: row.rating_sum / (row.rating_count || 1), count: row.rating_count },
      ...{ created_at: iso(row.created_at), updated_at: iso(row.updated_at) },
    }
  })
}

async function showProduct(id: string, currency: string | null) {
  const one = `SELECT ${CARD} FROM listings WHERE id = ? AND is_public = 1`
  const [card] = await cardsOf(await database.all(one, id), currency)
  const all = `SELECT id, sku, options, position, on_hand, reserved FROM variants
    WHERE listing_id = ? AND is_active = 1 ORDER BY position`
  const variants = await database.all(all, id)
  const ids = variants.map((variant) => variant.id)
  const amounts = `SELECT variant_id, currency, amount FROM variant_prices
    WHERE variant_id IN (${marksFor(ids)})`
  const prices = await database.all(amounts, ...ids)
  const offers = variants.map(({ on_hand: there, reserved, ...variant }) => ({
    ...{ ...variant, options: JSON.parse(variant.options), available: there - reserved },
    ...{ inStock: there > reserved, prices: prices.filter((of) => of.variant_id === variant.id) },
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
  const orders = rows.slice(0, 50)
  const parts = await database.all(
    `SELECT order_id, partner_orders.id, partner_orders.status, partner_id, business_name, slug
       FROM partner_orders JOIN partners ON partners.id = partner_id
       WHERE order_id IN (${marksFor(orders)}) ORDER BY order_id, position`,
    ...orders.map((order) => order.id)
  )
  const partsOf = Map.groupBy(parts, (part) => part.order_id)
  const data = orders.map(({ currency, ...order }) => {
    const money = (amount: unknown) => ({ amount: Number(amount), currency })
    const [total, tax] = [money(order.total_amount), money(order.tax_amount)]
    const [goods, discount] = [money(order.goods_amount), money(order.discount_amount)]
    const totals = { goods, discount, shipping: money(order.shipping_amount), tax, total }
    const times = { paidAt: iso(order.paid_at), createdAt: iso(order.created_at) }
    const { id, number, source, status, client_id: clientId } = order
    return {
      ...{ id, number, source, status, clientId, total, totals, ...times },
      ...{ refunded: money(order.refunded_amount), updatedAt: iso(order.updated_at) },
      partnerOrders: partsOf.get(id) ?? [],
    }
  })
  return { data, meta: { nextCursor: rows.length > 50 ? orders[49].id : null, limit: 50 } }
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
    if (what === 'orders') return placeOrder(trx, clientId, newId('order'))
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
