/*
 * The floor: a shop written by hand on node:http and the driver, on Souk's own tables. It does what
 * Souk does for the same requests, and nothing of what Souk does besides: no accounts, no checks of
 * what was sent, no idempotency, no outbox, no logs. The client is whoever the header names.
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

async function listProducts(query: URLSearchParams) {
  const [category, sort] = [query.get('categoryId'), query.get('sort') ?? 'newest']
  const rows = await database.all(
    `SELECT * FROM listings WHERE is_public = 1 AND kind = 'product'
       ${category ? 'AND category_id = ?' : ''} ORDER BY ${SORTS[sort]} LIMIT 21`,
    ...(category ? [category] : [])
  )
  return {
    data: await withFacts(rows.slice(0, 20), query.get('currency')),
    meta: { nextCursor: rows.length > 20 ? rows[19].id : null, limit: 20 },
  }
}

async function withFacts(rows: Row[], currency: string | null) {
  const ids = rows.map((row) => row.id)
  const some = `WHERE listing_id IN (${marksFor(ids)})`
  const partnerIds = [...new Set(rows.map((row) => row.partner_id))]
  const prices = await database.all(
    `SELECT listing_id, currency, min_amount, max_amount FROM listing_prices ${some}`,
    ...ids
  )
  const images = await database.all(
    `SELECT id, listing_id, file_id FROM listing_images ${some} ORDER BY position`,
    ...ids
  )
  const variants = await database.all(
    `SELECT listing_id, COUNT(*) AS count, MIN(id) AS id, SUM(on_hand > reserved) AS buyable
       FROM variants ${some} AND is_active = 1 GROUP BY listing_id`,
    ...ids
  )
  const partners = await database.all(
    `SELECT id, slug, business_name, availability FROM partners WHERE id IN (${marksFor(partnerIds)})`,
    ...partnerIds
  )
  return rows.map((row) => {
    const own = prices.filter((price) => price.listing_id === row.id)
    const asked = own.find((price) => price.currency === currency)
    const variant = variants.find((one) => one.listing_id === row.id)
    const partner = partners.find((one) => one.id === row.partner_id)!
    return {
      id: row.id,
      kind: row.kind,
      title: row.title,
      description: row.description.slice(0, 200),
      partner: { ...partner },
      category: categories.get(row.category_id),
      price: asked ? { amount: Number(asked.min_amount), currency } : null,
      prices: own.map((one) => ({
        currency: one.currency,
        min: Number(one.min_amount),
        max: Number(one.max_amount),
      })),
      images: images.filter((image) => image.listing_id === row.id),
      variantId: Number(variant?.count) === 1 ? variant!.id : null,
      inStock: Number(variant?.buyable) > 0,
      rating: { average: row.rating_sum / (row.rating_count || 1), count: row.rating_count },
      orderCount: row.sold_count,
      billingInterval: row.billing_interval,
      platform: row.platform,
      contentType: row.content_type,
      quantity: row.content_quantity,
      revisions: row.revisions,
      deliveryDays: row.delivery_days,
      duration: row.duration,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      createdAt: new Date(Number(row.created_at)).toISOString(),
      updatedAt: new Date(Number(row.updated_at)).toISOString(),
    }
  })
}

async function showProduct(id: string, currency: string | null) {
  const rows = await database.all('SELECT * FROM listings WHERE id = ? AND is_public = 1', id)
  const [listing] = await withFacts(rows, currency)
  const variants = await database.all(
    'SELECT * FROM variants WHERE listing_id = ? AND is_active = 1 ORDER BY position',
    id
  )
  const ids = variants.map((variant) => variant.id)
  const prices = await database.all(
    `SELECT * FROM variant_prices WHERE variant_id IN (${marksFor(ids)})`,
    ...ids
  )
  return {
    data: {
      ...listing,
      description: rows[0].description,
      variants: variants.map(({ id: variantId, sku, options, position, ...stock }) => ({
        id: variantId,
        sku,
        options: JSON.parse(options),
        position,
        prices: prices
          .filter((price) => price.variant_id === variantId)
          .map(({ amount, currency: of }) => ({ amount: Number(amount), currency: of })),
        available: stock.on_hand - stock.reserved,
        inStock: stock.on_hand > stock.reserved,
      })),
    },
  }
}

async function listOrders(cursor: string | null) {
  const rows = await database.all(
    `SELECT * FROM orders ${cursor ? 'WHERE id < ?' : ''} ORDER BY id DESC LIMIT 51`,
    ...(cursor ? [cursor] : [])
  )
  const orders = rows.slice(0, 50)
  const parts = await database.all(
    `SELECT partner_orders.*, partners.business_name, partners.slug FROM partner_orders
       JOIN partners ON partners.id = partner_orders.partner_id
       WHERE order_id IN (${marksFor(orders)}) ORDER BY order_id, position`,
    ...orders.map((order) => order.id)
  )
  const partsOf = Map.groupBy(parts, (part) => part.order_id)
  const money = (amount: unknown, currency: string) => ({ amount: Number(amount), currency })
  return {
    data: orders.map((order) => ({
      id: order.id,
      number: order.number,
      source: order.source,
      status: order.status,
      total: money(order.total_amount, order.currency),
      totals: {
        goods: money(order.goods_amount, order.currency),
        discount: money(order.discount_amount, order.currency),
        shipping: money(order.shipping_amount, order.currency),
        tax: money(order.tax_amount, order.currency),
        total: money(order.total_amount, order.currency),
      },
      refunded: money(order.refunded_amount, order.currency),
      paidAt: order.paid_at ? new Date(Number(order.paid_at)).toISOString() : null,
      createdAt: new Date(Number(order.created_at)).toISOString(),
      updatedAt: new Date(Number(order.updated_at)).toISOString(),
      clientId: order.client_id,
      partnerOrders: (partsOf.get(order.id) ?? []).map((part) => ({
        id: part.id,
        status: part.status,
        partner: { id: part.partner_id, businessName: part.business_name, slug: part.slug },
      })),
    })),
    meta: { nextCursor: rows.length > 50 ? orders[49].id : null, limit: 50 },
  }
}

async function answer(request: IncomingMessage): Promise<object> {
  const { pathname, searchParams } = new URL(request.url!, 'http://floor')
  const clientId = String(request.headers['x-client'])
  const parts = pathname.split('/')
  if (request.method === 'GET' && parts[1] === 'orders')
    return listOrders(searchParams.get('cursor'))
  if (request.method === 'GET')
    return parts[2]
      ? showProduct(parts[2], searchParams.get('currency'))
      : listProducts(searchParams)
  const text = await bodyOf(request)
  const body = text ? JSON.parse(text) : {}
  if (pathname === '/cart/items') return database.write((trx) => putInCart(trx, clientId, body))
  if (pathname === '/orders')
    return database.write((trx) => placeOrder(trx, clientId, newId('order')))
  if (pathname === '/payments/intents')
    return database.write((trx) => startPayment(trx, clientId, body.orderId))
  return database.write((trx) => confirmPayment(trx, clientId, parts[2]))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
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
