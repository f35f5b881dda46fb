/*
 * Paid orders of any shape, whose money is in the books, and refunds of them.
 */
import db from '@adonisjs/lucid/services/db'
import { priceBasket, type CouponTerms } from '#carts/services/pricing'
import { reserve } from '#catalogue/services/stock'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock, DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import CompletePart from '#orders/actions/complete_part'
import { linesOf, partsOf, type LineRow, type PartRow } from '#orders/queries/order_parts'
import { writeOrder } from '#orders/services/write_order'
import GatewayRefundReported from '#payments/events/gateway_refund_reported'
import type { GatewayRefund } from '#payments/gateways/gateway'
import { applyGatewayPayment } from '#payments/services/apply_payment'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'
import type { TestListing } from '#tests/helpers/catalogue'
import { sharedCorner, makePartners } from '#tests/helpers/marketplace'

export interface LineWish {
  partnerId: string
  amount: number
  quantity?: number
  listing?: TestListing
}

export interface Wish {
  client?: TestActor
  lines?: LineWish[]
  currency?: string
  shipping?: number
  taxBps?: number
  commissionBps?: number
  coupon?: CouponTerms
}

export interface PaidOrder {
  client: TestActor
  orderId: string
  paymentId: string
  gatewayPaymentId: string
  total: number
  parts: PartRow[]
  lines: LineRow[]
}

/** An order that was paid through the sandbox; one line of 100.00 of a fresh partner by default. */
export async function paidOrder(wish: Wish = {}): Promise<PaidOrder> {
  const client = wish.client ?? (await actorOfRole('client'))
  const [partnerId] = wish.lines ? [] : await makePartners(await sharedCorner(), 1)
  const wishes = wish.lines ?? [{ partnerId, amount: 10_000 }]
  const { currency = 'EUR', commissionBps = 1_000, taxBps = 1_900, shipping = 0 } = wish
  const lines = wishes.map(({ partnerId: seller, amount, quantity = 1 }, at) => ({
    lineId: `line${at}`,
    partnerId: seller,
    quantity,
    unitAmount: amount,
    commissionBps,
    needsShipping: true,
  }))
  const rate = { amount: shipping, freeAbove: null }
  const pricing = priceBasket({
    currency,
    lines,
    coupon: wish.coupon,
    shippingRates: new Map(wishes.map((one) => [one.partnerId, rate])),
    taxBps,
  })
  const facts = wishes.map(({ listing }, at) => [
    `line${at}`,
    {
      listingId: listing?.listingId ?? null,
      variantId: listing?.variantId ?? null,
      kind: 'manual' as const,
      title: 'A thing',
      sku: 'thing',
      options: {},
      revisions: 0,
    },
  ])
  const orderId = newId('order')
  const paymentId = newId('payment')
  const gatewayPaymentId = unique('pi_')
  const stocked = wishes.flatMap(({ listing, quantity = 1 }) =>
    listing ? [{ variantId: listing.variantId, quantity }] : []
  )
  const now = clock.now()
  const total = pricing.totalAmount
  await write(async (trx) => {
    await reserve(trx, orderId, stocked)
    await writeOrder(trx, orderId, {
      clientId: client.user.id,
      placedBy: client.user.id,
      source: 'manual',
      regionId: null,
      pricing,
      facts: new Map(facts as any),
    })
    await trx.insertQuery().table('payments').insert({
      id: paymentId,
      purpose: 'order',
      order_id: orderId,
      client_id: client.user.id,
      gateway: 'sandbox',
      gateway_payment_id: gatewayPaymentId,
      amount: total,
      currency,
      status: 'pending',
      created_at: now,
      updated_at: now,
    })
    await applyGatewayPayment(trx, 'sandbox', {
      id: gatewayPaymentId,
      paymentId,
      status: 'captured',
      amount: total,
      capturedAmount: total,
      currency,
    })
  })
  const [parts, rows] = [await partsOf(db, orderId), await linesOf(db, orderId)]
  return { client, orderId, paymentId, gatewayPaymentId, total, parts, lines: rows }
}

/** A payment that no order stands behind: of a link that is open, or was cancelled meanwhile. */
export async function paidWithoutOrder(link: 'open' | 'cancelled' = 'open') {
  const [linkId, paymentId] = [newId('link'), newId('payment')]
  const gatewayPaymentId = unique('pi_')
  const now = clock.now()
  const times = { created_at: now, updated_at: now }
  const amount = 11_900
  await write(async (trx) => {
    await trx
      .insertQuery()
      .table('payment_links')
      .insert({
        id: linkId,
        kind: 'link',
        gateway: 'sandbox',
        gateway_link_id: unique('lk_'),
        amount,
        currency: 'EUR',
        description: 'A workshop',
        status: link,
        expires_at: now + DAY,
        created_by: newId('user'),
        ...times,
      })
    await trx
      .insertQuery()
      .table('payments')
      .insert({
        id: paymentId,
        purpose: 'link',
        link_id: linkId,
        gateway: 'sandbox',
        gateway_payment_id: gatewayPaymentId,
        amount,
        currency: 'EUR',
        status: 'pending',
        ...times,
      })
    await applyGatewayPayment(trx, 'sandbox', {
      id: gatewayPaymentId,
      paymentId,
      status: 'captured',
      amount,
      capturedAmount: amount,
      currency: 'EUR',
    })
  })
  return { paymentId, gatewayPaymentId, amount }
}

/** A second payment of a paid order: its money goes back. */
export async function paidTooLate(order: PaidOrder): Promise<PaidOrder> {
  const late = { ...order, paymentId: newId('payment'), gatewayPaymentId: unique('pi_') }
  const paid = await db.from('payments').where('id', order.paymentId).firstOrFail()
  const news = { id: late.gatewayPaymentId, amount: order.total, capturedAmount: order.total }
  await write(async (trx) => {
    await trx
      .insertQuery()
      .table('payments')
      .insert({
        ...paid,
        id: late.paymentId,
        gateway_payment_id: late.gatewayPaymentId,
        status: 'pending',
        captured_amount: 0,
      })
    const { currency } = paid
    await applyGatewayPayment(trx, 'sandbox', { ...news, status: 'captured', currency })
  })
  return late
}

/** The hold of a part is over: its money is the partner's. */
export async function settle(partId: string) {
  await db
    .from('partner_orders')
    .where('id', partId)
    .update({ status: 'delivered', completes_at: clock.now() - DAY })
  if (!(await new CompletePart().execute(partId))) throw new Error(`${partId} did not complete`)
}

export async function refundsOf(orderId: string) {
  return db.from('refunds').where('order_id', orderId).orderBy('id')
}

export async function partRow(partId: string): Promise<PartRow> {
  return db.from('partner_orders').where('id', partId).firstOrFail()
}

/** News of a refund, as a web hook brings it. */
export async function tellOfRefund(refund: GatewayRefund) {
  await write((trx) => outbox.record(trx, new GatewayRefundReported('sandbox', refund)))
}

/** What does not agree between the counters of some orders and the refunds and charge-backs of them. */
export async function wrongRefunds(orderIds: string[]): Promise<string[]> {
  const wrong: string[] = []
  for (const orderId of orderIds) {
    const order = await db.from('orders').where('id', orderId).firstOrFail()
    const refunds = (await refundsOf(orderId)).filter(({ status }) => status !== 'failed')
    const shares = await db.from('refund_shares').whereIn(
      'refund_id',
      refunds.map(({ id }) => id)
    )
    const sum = (rows: any[], key: string) => rows.reduce((all, row) => all + Number(row[key]), 0)
    const payment = await db.from('payments').where('order_id', orderId).firstOrFail()
    const expect = (what: string, is: unknown, should: number) => {
      if (Number(is) !== should) wrong.push(`${what} of ${orderId}: ${is}, not ${should}`)
    }
    expect('order.refunded', order.refunded_amount, sum(refunds, 'amount'))
    expect('payment.refunded', payment.refunded_amount, sum(refunds, 'amount'))
    for (const part of await partsOf(db, orderId)) {
      const own = shares.filter((share) => share.partner_order_id === part.id)
      const disputed = await db
        .from('dispute_shares')
        .join('disputes', 'disputes.id', 'dispute_shares.dispute_id')
        .where('dispute_shares.partner_order_id', part.id)
        .whereNot('disputes.status', 'resolved_partner')
        .select('dispute_shares.*')
      expect('part.refunded', part.refunded_amount, sum(own, 'amount'))
      expect(
        'part.earning_refunded',
        part.earning_refunded,
        sum([...own, ...disputed], 'partner_amount')
      )
      if (Number(part.earning_refunded) > Number(part.earning_amount))
        wrong.push(`${part.id} gave more than it earned`)
      if (Number(part.refunded_amount) === Number(part.total_amount))
        expect('the tax of a whole refund', sum(own, 'tax_amount'), Number(part.tax_amount))
    }
    for (const share of shares)
      expect(
        'a share',
        Number(share.partner_amount) + Number(share.platform_amount) + Number(share.tax_amount),
        Number(share.amount)
      )
  }
  return wrong
}

/** Money on hold is what paid parts have earned that are not released, less what went back. */
export async function wrongPending(partnerIds: string[]): Promise<string[]> {
  const wrong: string[] = []
  for (const partnerId of partnerIds) {
    const parts = await db
      .from('partner_orders')
      .join('orders', 'orders.id', 'partner_orders.order_id')
      .where('partner_orders.partner_id', partnerId)
      .whereNotNull('orders.paid_at')
      .whereNot('partner_orders.status', 'completed')
      .select('partner_orders.*')
    const accounts = await db
      .from('ledger_accounts')
      .where({ kind: 'partner_pending', owner_id: partnerId })
    for (const { currency, balance } of accounts) {
      const expected = parts
        .filter((part) => part.currency === currency)
        .reduce((sum, part) => sum + Number(part.earning_amount) - Number(part.earning_refunded), 0)
      if (Number(balance) !== expected)
        wrong.push(`${partnerId} has ${balance} ${currency} on hold, not ${expected}`)
    }
  }
  return wrong
}
