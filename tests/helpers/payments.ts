/*
 * Orders that wait for their payment, payments in any state, and a gateway that does as it is told.
 */
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { priceBasket } from '#carts/services/pricing'
import { reserve } from '#catalogue/services/stock'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { writeOrder } from '#orders/services/write_order'
import StartPayment from '#payments/actions/start_payment'
import type { GatewayPayment, GatewayPaymentStatus } from '#payments/gateways/gateway'
import {
  eventAbout,
  type SandboxEvent,
  type SandboxObject,
} from '#payments/gateways/sandbox_objects'
import {
  SIGNATURE_HEADER,
  signaturesOf,
  TIMESTAMP_HEADER,
} from '#payments/gateways/sandbox_signature'
import type { PaymentRow } from '#payments/queries/payment_rows'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import type { TestListing } from '#tests/helpers/catalogue'
import { asActor, sharedCorner, makePartners } from '#tests/helpers/marketplace'

export interface OrderOptions {
  client?: TestActor
  /** whose shares it has; one fresh partner when not given */
  partnerIds?: string[]
  /** of each partner's one line */
  amount?: number
  /** bought from instead: keeps stock */
  listing?: TestListing
  taxBps?: number
}

export interface TestOrder {
  client: TestActor
  orderId: string
  total: number
  partnerIds: string[]
}

/** An order in EUR that waits for its payment. */
export async function makeOrder(options: OrderOptions = {}): Promise<TestOrder> {
  const client = options.client ?? (await actorOfRole('client'))
  const { listing } = options
  const partnerIds = listing
    ? [listing.partnerId]
    : (options.partnerIds ?? (await makePartners(await sharedCorner(), 1)))
  const lines = partnerIds.map((partnerId, at) => ({
    lineId: `line${at}`,
    partnerId,
    quantity: 1,
    unitAmount: options.amount ?? 10_000,
    commissionBps: 1000,
    needsShipping: false,
  }))
  const pricing = priceBasket({
    currency: 'EUR',
    lines,
    shippingRates: new Map(),
    taxBps: options.taxBps ?? 1900,
  })
  const fact = {
    listingId: listing?.listingId ?? null,
    variantId: listing?.variantId ?? null,
    kind: 'manual' as const,
    title: 'A thing',
    sku: 'thing',
    options: {},
    revisions: 0,
  }
  const orderId = newId('order')
  await write(async (trx) => {
    if (listing) await reserve(trx, orderId, [{ variantId: listing.variantId, quantity: 1 }])
    await writeOrder(trx, orderId, {
      clientId: client.user.id,
      placedBy: client.user.id,
      source: 'manual',
      regionId: null,
      pricing,
      facts: new Map(lines.map(({ lineId }) => [lineId, fact])),
    })
  })
  return { client, orderId, total: pricing.totalAmount, partnerIds }
}

/** An order with a payment at the sandbox that waits for its client. */
export async function makeOpenPayment(options: OrderOptions = {}) {
  const order = await makeOrder(options)
  const payment = await new StartPayment().execute({
    actor: asActor(order.client),
    orderId: order.orderId,
    gateway: 'sandbox',
  })
  return { ...order, paymentId: payment.id, gatewayPaymentId: payment.gateway_payment_id }
}

export type OpenPayment = Awaited<ReturnType<typeof makeOpenPayment>>

/** An Idempotency-Key that nobody used. */
export function freshKey() {
  return { 'idempotency-key': randomUUID() }
}

export function paymentRow(id: string): Promise<PaymentRow> {
  return db.from('payments').where({ id }).firstOrFail()
}

export function orderRow(id: string) {
  return db.from('orders').where({ id }).firstOrFail()
}

/** How often a fact was booked. */
export async function postingsOf(paymentId: string): Promise<string[]> {
  const rows = await db
    .from('ledger_transactions')
    .where({ ref_type: 'payment', ref_id: paymentId, status: 'posted' })
    .orderBy('kind')
    .select('kind')
  return rows.map((row) => row.kind)
}

/** What the sandbox says of a payment. */
export function newsOf(
  payment: Pick<OpenPayment, 'paymentId' | 'gatewayPaymentId' | 'total'>,
  status: GatewayPaymentStatus,
  overrides: Partial<GatewayPayment> = {}
): GatewayPayment {
  const amount = overrides.amount ?? payment.total
  return {
    id: payment.gatewayPaymentId,
    paymentId: payment.paymentId,
    status,
    amount,
    currency: 'EUR',
    capturedAmount: status === 'captured' ? amount : 0,
    ...overrides,
  }
}

/** A web hook of the sandbox as it is sent: its text and what signs it. */
export function signed(raw: string, timestamp = clock.now(), secretAt = 0) {
  return {
    raw,
    headers: {
      'content-type': 'application/json',
      [TIMESTAMP_HEADER]: String(timestamp),
      [SIGNATURE_HEADER]: signaturesOf(timestamp, raw)[secretAt],
    },
  }
}

/** A web hook about a payment, as the sandbox would write it. */
export function hookAbout(
  payment: Pick<OpenPayment, 'paymentId' | 'gatewayPaymentId' | 'total'>,
  status: string,
  overrides: Partial<SandboxObject> = {}
): string {
  const event: SandboxEvent = eventAbout({
    id: payment.gatewayPaymentId,
    kind: 'payment',
    parent_id: null,
    our_id: payment.paymentId,
    amount: payment.total,
    refunded_amount: 0,
    currency: 'EUR',
    status,
    failure: status === 'failed' ? 'card_declined' : null,
    updated_at: clock.now(),
    ...overrides,
  })
  return JSON.stringify(event)
}

/** Sends a web hook to the running server. @returns the status */
export async function sendHook(
  { raw, headers }: { raw: string; headers: Record<string, string> },
  gateway = 'sandbox'
): Promise<number> {
  const address = `http://${env.get('HOST')}:${env.get('PORT')}/api/v1/payments/webhooks/${gateway}`
  const response = await fetch(address, { method: 'POST', headers, body: raw })
  await response.arrayBuffer()
  return response.status
}

/** Every row that a forged message might change, in numbers. */
export async function moneyFootprint() {
  const tables = ['webhook_events', 'payments', 'ledger_transactions', 'ledger_entries', 'outbox']
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const [{ total }] = await db.from(table).count('* as total')
    counts[table] = Number(total)
  }
  const [{ captured }] = await db.from('payments').sum('captured_amount as captured')
  return { ...counts, captured: Number(captured) }
}
