/*
 * The floor's way from a basket to a booked payment: a transaction for each request.
 */
import { newId } from '#core/support/ids'
import { insert, type Database, type Row } from '../database.js'

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
  return { data: await priced(trx, cart.id, client) }
}

/** Prices, tax and commission of what is in a cart, by partner. */
async function priced(trx: Database, cartId: string, client: string) {
  const home = `SELECT regions.id, currency, tax_bps FROM users
    JOIN regions ON regions.id = region_id WHERE users.id = ?`
  const [region] = await trx.all(home, client)
  const rows = await trx.all(
    `SELECT cart_lines.id, quantity, variants.id AS variant_id, sku, options, listings.id AS listing_id,
       title, kind, listings.partner_id, business_name, slug, amount FROM cart_lines
       JOIN variants ON variants.id = cart_lines.variant_id
       JOIN listings ON listings.id = variants.listing_id
       JOIN partners ON partners.id = listings.partner_id
       JOIN variant_prices ON variant_prices.variant_id = variants.id AND currency = ?
       WHERE cart_id = ? ORDER BY cart_lines.id`,
    ...[region.currency, cartId]
  )
  const lines: Row[] = rows.map((row) => {
    const [goods, rate] = [Number(row.amount) * row.quantity, region.tax_bps]
    const shares = { commission: Math.floor(goods / 10), tax: Math.round((goods * rate) / 10_000) }
    return { ...row, goods, ...shares }
  })
  const groups = [...Map.groupBy(lines, (line) => line.partner_id)]
  const parts = groups.map(([partner, own]) => ({ partner, lines: own, ...sumsOf(own) }))
  return { region, currency: region.currency, parts, totals: sumsOf(lines) }
}

function sumsOf(lines: Row[]) {
  const sum = (key: string) => lines.reduce((total, line) => total + line[key], 0)
  const [goods, tax] = [sum('goods'), sum('tax')]
  const amounts = { goods_amount: goods, tax_amount: tax, total_amount: goods + tax }
  const none = { discount_amount: 0, shipping_amount: 0, refunded_amount: 0 }
  return { amounts: { ...amounts, ...none }, earning: goods - sum('commission') }
}

export async function placeOrder(trx: Database, client: string, id: string) {
  const now = Date.now()
  const [cart] = await trx.all('SELECT id FROM carts WHERE open_for = ?', client)
  const taken = "UPDATE carts SET state = 'ordered', open_for = id WHERE id = ? AND state = 'open'"
  if ((await trx.run(taken, cart.id)).changes !== 1) throw new Error('ordered before')
  const home = 'SELECT * FROM addresses WHERE user_id = ? AND is_default = 1'
  const [address] = await trx.all(home, client)
  const { region, currency, parts, totals } = await priced(trx, cart.id, client)
  for (const { variant_id: variant, quantity } of parts.flatMap((part) => part.lines)) {
    const held = `UPDATE variants SET reserved = reserved + ?, version = version + 1
      WHERE id = ? AND on_hand - reserved >= ?`
    if ((await trx.run(held, quantity, variant, quantity)).changes !== 1)
      throw new Error('sold out')
    const promise = { order_id: id, variant_id: variant, quantity, state: 'held', created_at: now }
    await insert(trx, 'stock_reservations', promise)
  }
  const times = { version: 0, created_at: now, updated_at: now }
  const common = { status: 'awaiting_payment', currency, ...times }
  const order = {
    ...{ id, number: `F-${id.slice(-12)}`, cart_id: cart.id, client_id: client, source: 'cart' },
    ...{ placed_by: client, region_id: region.id, address: JSON.stringify(address) },
    ...{ expires_at: now + 1_800_000, ...common, ...totals.amounts },
  }
  await insert(trx, 'orders', order)
  const [partRows, lineRows]: Row[][] = [[], []]
  for (const { partner, lines, amounts, earning } of parts) {
    const part = { id: newId('partnerOrder'), order_id: id, partner_id: partner }
    const share = { commission_amount: amounts.goods_amount - earning, earning_amount: earning }
    const rest = { position: partRows.length, own_discount_amount: 0, has_package: 0 }
    partRows.push({ ...part, ...share, ...rest, ...common, ...amounts })
    for (const line of lines)
      lineRows.push({
        ...{ id: newId('orderLine'), order_id: id, partner_order_id: part.id, kind: line.kind },
        ...{ listing_id: line.listing_id, variant_id: line.variant_id, title: line.title },
        ...{ sku: line.sku, options: line.options, quantity: line.quantity, discount_amount: 0 },
        ...{ unit_amount: line.amount, goods_amount: line.goods, own_discount_amount: 0 },
        ...{ tax_bps: region.tax_bps, tax_amount: line.tax, commission_bps: 1000 },
        ...{ commission_amount: line.commission, position: lineRows.length, created_at: now },
      })
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
  const [order] = await trx.all(
    'SELECT * FROM orders WHERE id = ? AND client_id = ? AND status = ?',
    ...[orderId, clientId, 'awaiting_payment']
  )
  const id = newId('payment')
  const payment = {
    ...{ id, purpose: 'order', order_id: orderId, client_id: clientId, gateway: 'sandbox' },
    ...{ gateway_payment_id: `floor_${id}`, amount: order.total_amount, currency: order.currency },
    ...{ status: 'requires_action', open_for: orderId, created_at: now, updated_at: now },
  }
  await insert(trx, 'payments', payment)
  return { data: payment }
}

/** The capture: the order is placed, its stock sold, its invoice numbered, its money booked. */
export async function confirmPayment(trx: Database, clientId: string, paymentId: string) {
  const now = Date.now()
  const captured = `UPDATE payments SET status = 'captured', captured_amount = amount,
    captured_at = ?, open_for = NULL WHERE id = ? AND client_id = ? AND status <> 'captured'`
  if ((await trx.run(captured, now, paymentId, clientId)).changes !== 1) throw new Error('twice')
  const [payment] = await trx.all('SELECT * FROM payments WHERE id = ?', paymentId)
  const { order_id: orderId, currency } = payment
  for (const [table, to] of [
    ['stock_reservations', 'committed'],
    ['partner_orders', 'placed'],
  ])
    // prettier-ignore
    await trx.run(
      `UPDATE ${table} SET ${table === 'partner_orders' ? 'status' : 'state'} = ? WHERE order_id = ?`,
      ...[to, orderId]
    )
  const year = new Date(now).getUTCFullYear()
  await trx.run('UPDATE invoice_counters SET last = last + 1 WHERE year = ?', year)
  const [{ last }] = await trx.all('SELECT last FROM invoice_counters WHERE year = ?', year)
  const number = `INV-${year}-${String(last).padStart(6, '0')}`
  await insert(trx, 'invoices', { order_id: orderId, number, issued_at: now })
  await trx.run(
    "UPDATE orders SET status = 'placed', paid_at = ?, invoice_number = ? WHERE id = ?",
    ...[now, number, orderId]
  )
  await moved(trx, orderId, 'awaiting_payment', 'placed')
  const parts = await trx.all('SELECT * FROM partner_orders WHERE order_id = ?', orderId)
  await book(trx, paymentId, currency, Number(payment.amount), parts, now)
  return { data: { ...payment, status: 'captured' } }
}

async function book(
  trx: Database,
  refId: string,
  currency: string,
  amount: number,
  parts: Row[],
  now: number
) {
  const tax = parts.reduce((sum, part) => sum + Number(part.tax_amount), 0)
  const earned = parts.reduce((sum, part) => sum + Number(part.earning_amount), 0)
  const moves: [kind: string, owner: string, amount: number][] = [
    ['gateway', 'sandbox', -amount],
    ...parts.map((part): [string, string, number] => [
      ...(['partner_pending', part.partner_id, Number(part.earning_amount)] as const),
    ]),
    ['tax', '', tax],
    ['platform_revenue', '', amount - tax - earned],
  ]
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
    await insert(trx, 'ledger_entries', {
      ...{ transaction_id: id, seq, account_id: accountId, amount: share },
      ...{ balance_after: row.balance, created_at: now },
    })
  }
  await trx.run("UPDATE ledger_transactions SET status = 'posted' WHERE id = ?", id)
}
