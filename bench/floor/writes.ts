/*
 * The floor's way from a basket to a booked payment: a transaction for each request.
 */
import { newId } from '#core/support/ids'
import { changeOne, insert, type Database, type Row } from '../database.js'

export async function putInCart(trx: Database, client: string, wish: Row) {
  const times = { created_at: Date.now(), updated_at: Date.now() }
  let [cart] = await trx.all('SELECT id, version FROM carts WHERE open_for = ?', client)
  const fresh = { client_id: client, open_for: client, state: 'open', version: 0, ...times }
  if (!cart) await insert(trx, 'carts', (cart = { id: newId('cart'), ...fresh }))
  const touch = 'UPDATE carts SET version = version + 1, updated_at = ? WHERE id = ?'
  await trx.run(touch, Date.now(), cart.id)
  const [offer] = await trx.all(
    `SELECT amount, on_hand - reserved AS available FROM variants
       JOIN listings ON listings.id = listing_id JOIN variant_prices ON variant_id = variants.id
       WHERE variants.id = ? AND is_public = 1 AND is_active = 1 AND currency = 'GBP'`,
    wish.variantId
  )
  const find = 'SELECT id, quantity FROM cart_lines WHERE cart_id = ? AND variant_id = ?'
  const [known] = await trx.all(find, cart.id, wish.variantId)
  const quantity = wish.quantity + (known?.quantity ?? 0)
  if (!offer || offer.available < quantity) throw new Error('out of stock')
  const seen = { quantity, seen_amount: offer.amount, seen_currency: 'GBP' }
  const line = { id: newId('item'), cart_id: cart.id, variant_id: wish.variantId, ...seen }
  if (known) await trx.run('UPDATE cart_lines SET quantity = ? WHERE id = ?', quantity, known.id)
  else await insert(trx, 'cart_lines', { ...line, created_at: Date.now() })
  const { region, parts, totals } = await priced(trx, cart.id, client)
  return { data: { region, parts, totals } }
}

/** Prices, tax and commission of what is in a cart, by partner; lines as the order's table has them. */
async function priced(trx: Database, cartId: string, client: string) {
  const home = `SELECT regions.id, currency, tax_bps FROM users
    JOIN regions ON regions.id = region_id WHERE users.id = ?`
  const [region] = await trx.all(home, client)
  const rows = await trx.all(
    `SELECT cart_lines.id, quantity, variants.id AS variant_id, sku, options, listings.id AS listing_id,
       title, kind, listings.partner_id, business_name, slug, amount AS unit_amount FROM cart_lines
       JOIN variants ON variants.id = cart_lines.variant_id
       JOIN listings ON listings.id = variants.listing_id
       JOIN partners ON partners.id = listings.partner_id
       JOIN variant_prices ON variant_prices.variant_id = variants.id AND currency = ?
       WHERE cart_id = ? ORDER BY cart_lines.id`,
    region.currency,
    cartId
  )
  const lines: Row[] = rows.map((row) => {
    const goods = Number(row.unit_amount) * row.quantity
    const tax = Math.round((goods * region.tax_bps) / 10_000)
    const commission = { commission_bps: 1000, commission_amount: Math.floor(goods / 10) }
    const discounts = { discount_amount: 0, own_discount_amount: 0 }
    const amounts = { goods_amount: goods, tax_bps: region.tax_bps, tax_amount: tax }
    return { ...row, ...amounts, ...commission, ...discounts }
  })
  const parts = [...Map.groupBy(lines, (line) => line.partner_id)]
  return { region, parts, lines, totals: sumsOf(lines) }
}

const sum = (rows: Row[], key: string) => rows.reduce((total, row) => total + Number(row[key]), 0)

function sumsOf(lines: Row[]) {
  const [goods, tax] = [sum(lines, 'goods_amount'), sum(lines, 'tax_amount')]
  const amounts = { goods_amount: goods, tax_amount: tax, total_amount: goods + tax }
  return { ...amounts, discount_amount: 0, shipping_amount: 0, refunded_amount: 0 }
}

export async function placeOrder(trx: Database, client: string) {
  const now = Date.now()
  const id = newId('order')
  const [cart] = await trx.all('SELECT id FROM carts WHERE open_for = ?', client)
  const taken = "UPDATE carts SET state = 'ordered', open_for = id WHERE id = ? AND state = 'open'"
  await changeOne(trx, taken, cart.id)
  const home = 'SELECT * FROM addresses WHERE user_id = ? AND is_default = 1'
  const [address] = await trx.all(home, client)
  const { region, parts, lines, totals } = await priced(trx, cart.id, client)
  for (const { variant_id: variant, quantity } of lines) {
    const held = `UPDATE variants SET reserved = reserved + ?, version = version + 1
      WHERE id = ? AND on_hand - reserved >= ?`
    await changeOne(trx, held, quantity, variant, quantity)
    const promise = { order_id: id, variant_id: variant, quantity, state: 'held', created_at: now }
    await insert(trx, 'stock_reservations', promise)
  }
  const times = { version: 0, created_at: now, updated_at: now }
  const common = { status: 'awaiting_payment', currency: region.currency, ...times }
  const whose = { cart_id: cart.id, client_id: client, placed_by: client, source: 'cart' }
  const where = { region_id: region.id, address: JSON.stringify(address) }
  const name = { id, number: `F-${id.slice(-12)}`, expires_at: now + 1_800_000 }
  const order = { ...name, ...whose, ...where, ...common, ...totals }
  await insert(trx, 'orders', order)
  const [partRows, lineRows]: Row[][] = [[], []]
  for (const [partner, own] of parts) {
    const part = { id: newId('partnerOrder'), order_id: id, partner_id: partner }
    const [amounts, commission] = [sumsOf(own), sum(own, 'commission_amount')]
    const share = {
      commission_amount: commission,
      earning_amount: amounts.goods_amount - commission,
    }
    const rest = { position: partRows.length, own_discount_amount: 0, has_package: 0 }
    partRows.push({ ...part, ...share, ...rest, ...common, ...amounts })
    for (const { partner_id: owner, business_name: shop, slug, ...line } of own) {
      const place = { order_id: id, partner_order_id: part.id, position: lineRows.length }
      lineRows.push({ ...line, ...place, id: newId('orderLine'), created_at: now })
    }
  }
  for (const part of partRows) await insert(trx, 'partner_orders', part)
  for (const line of lineRows) await insert(trx, 'order_lines', line)
  await moved(trx, id, '', 'awaiting_payment')
  return { data: { ...order, parts: partRows, lines: lineRows } }
}

function moved(trx: Database, orderId: string, from: string, to: string) {
  const change = { order_id: orderId, from_status: from, to_status: to, created_at: Date.now() }
  return insert(trx, 'order_changes', { ...change, partner_order_id: '' })
}

export async function startPayment(trx: Database, clientId: string, orderId: string) {
  const now = Date.now()
  const find = "SELECT * FROM orders WHERE id = ? AND client_id = ? AND status = 'awaiting_payment'"
  const [order] = await trx.all(find, orderId, clientId)
  const id = newId('payment')
  const what = { id, purpose: 'order', order_id: orderId, open_for: orderId, client_id: clientId }
  const gateway = {
    gateway: 'sandbox',
    gateway_payment_id: `floor_${id}`,
    status: 'requires_action',
  }
  const times = { created_at: now, updated_at: now }
  const amount = { amount: order.total_amount, currency: order.currency }
  const payment = { ...what, ...gateway, ...amount, ...times }
  await insert(trx, 'payments', payment)
  return { data: payment }
}

/** The capture: the order is placed, its stock sold, its invoice numbered, its money booked. */
export async function confirmPayment(trx: Database, clientId: string, paymentId: string) {
  const now = Date.now()
  const captured = `UPDATE payments SET status = 'captured', captured_amount = amount,
    captured_at = ?, open_for = NULL WHERE id = ? AND client_id = ? AND status <> 'captured'`
  await changeOne(trx, captured, now, paymentId, clientId)
  const [payment] = await trx.all('SELECT * FROM payments WHERE id = ?', paymentId)
  const { order_id: orderId } = payment
  const sold = "UPDATE stock_reservations SET state = 'committed' WHERE order_id = ?"
  const placed = "UPDATE partner_orders SET status = 'placed' WHERE order_id = ?"
  for (const sql of [sold, placed]) await trx.run(sql, orderId)
  const year = new Date(now).getUTCFullYear()
  await trx.run('UPDATE invoice_counters SET last = last + 1 WHERE year = ?', year)
  const [{ last }] = await trx.all('SELECT last FROM invoice_counters WHERE year = ?', year)
  const number = `INV-${year}-${String(last).padStart(6, '0')}`
  await insert(trx, 'invoices', { order_id: orderId, number, issued_at: now })
  const paid = "UPDATE orders SET status = 'placed', paid_at = ?, invoice_number = ? WHERE id = ?"
  await trx.run(paid, now, number, orderId)
  await moved(trx, orderId, 'awaiting_payment', 'placed')
  await book(trx, payment, now)
  return { data: { ...payment, status: 'captured' } }
}

async function book(trx: Database, { id: refId, order_id: orderId, ...payment }: Row, now: number) {
  const { amount, currency } = payment
  const parts = await trx.all('SELECT * FROM partner_orders WHERE order_id = ?', orderId)
  const [tax, earned] = [sum(parts, 'tax_amount'), sum(parts, 'earning_amount')]
  const moves: [kind: string, owner: string, amount: number][] = [
    ['gateway', 'sandbox', -amount],
    ['tax', '', tax],
    ['platform_revenue', '', amount - tax - earned],
  ]
  for (const part of parts)
    moves.push(['partner_pending', part.partner_id, Number(part.earning_amount)])
  const fact = { kind: 'payment_captured', ref_type: 'payment', ref_id: refId, currency }
  const posting = { ...fact, status: 'open', created_at: now }
  const { id } = await insert(trx, 'ledger_transactions', posting)
  const find = 'SELECT id FROM ledger_accounts WHERE kind = ? AND owner_id = ? AND currency = ?'
  const accounts = []
  for (const [kind, owner, share] of moves) {
    let [account] = await trx.all(find, kind, owner, currency)
    const fresh = { kind, owner_id: owner, currency, balance: 0, version: 0, created_at: now }
    account ??= { id: (await insert(trx, 'ledger_accounts', fresh)).id }
    accounts.push({ id: account.id, share })
  }
  accounts.sort((a, b) => a.id - b.id)
  for (const [seq, { id: accountId, share }] of accounts.entries()) {
    const move = 'UPDATE ledger_accounts SET balance = balance + ? WHERE id = ?'
    await trx.run(move, share, accountId)
    const [row] = await trx.all('SELECT balance FROM ledger_accounts WHERE id = ?', accountId)
    const entry = { transaction_id: id, seq, account_id: accountId, amount: share, created_at: now }
    await insert(trx, 'ledger_entries', { ...entry, balance_after: row.balance })
  }
  await trx.run("UPDATE ledger_transactions SET status = 'posted' WHERE id = ?", id)
}
