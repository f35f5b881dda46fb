/*
 * How an order gets into the database, whatever it is made from: a cart, an accepted quote, by hand.
 */
import { HttpContext } from '@adonisjs/core/http'
import env from '#start/env'
import type { PricedBasket, PricedLine, PricedPart } from '#carts/services/pricing'
import { insertRows } from '#core/database/statements'
import type { Transaction } from '#core/database/write'
import { clock, DAY, parseDuration } from '#core/support/clock'
import { newId } from '#core/support/ids'
import type { LineRow, OrderRow } from '#orders/queries/order_parts'

/** What a priced line stands for, as it was on the day. */
export interface LineFacts {
  listingId: string | null
  variantId: string | null
  kind: LineRow['kind']
  title: string
  sku: string
  options: Record<string, string>
  /** how often a client may ask for changes of a package */
  revisions: number
}

export interface OrderDraft {
  clientId: string
  placedBy: string
  source: OrderRow['source']
  /** one cart, one order; absent: the order stands for itself */
  cartId?: string
  leadId?: string
  regionId: string | null
  couponId?: string | null
  address?: object | null
  requirements?: string | null
  deadline?: string | null
  /** milliseconds until it expires unpaid; ORDER_EXPIRES when absent */
  lifetime?: number
  /** staff's word on it, kept in its history */
  note?: string
  pricing: PricedBasket
  /** by lineId of the pricing */
  facts: Map<string, LineFacts>
}

/** Orders that were agreed on, rather than clicked together: nobody is at the till right now. */
export const AGREED_LIFETIME = 7 * DAY
export const ORDER_LIFETIME = () => parseDuration(env.get('ORDER_EXPIRES'))

const MULTI_INSERT = 100

/** Writes the order with its parts, lines and first row of history. @returns its id */
export async function writeOrder(trx: Transaction, orderId: string, draft: OrderDraft) {
  const now = clock.now()
  await insertRows(trx, 'orders', [orderRow(orderId, draft, now)])
  const parts = draft.pricing.parts.map((part, at) => ({
    part,
    row: partRow(orderId, part, at, draft, now),
  }))
  await insertRows(
    trx,
    'partner_orders',
    parts.map(({ row }) => row)
  )
  const lines = parts.flatMap(({ part, row }) =>
    part.lines.map((line) => ({ line, partId: row.id, facts: draft.facts.get(line.lineId)! }))
  )
  const rows = lines.map(({ line, partId, facts }, at) =>
    lineRow(orderId, partId, line, facts, at, now)
  )
  for (let at = 0; at < rows.length; at += MULTI_INSERT)
    await insertRows(trx, 'order_lines', rows.slice(at, at + MULTI_INSERT))
  await insertRows(trx, 'order_changes', [
    {
      order_id: orderId,
      partner_order_id: '',
      from_status: '',
      to_status: 'awaiting_payment',
      actor_id: draft.placedBy,
      reason: draft.note ?? null,
      request_id: HttpContext.get()?.request.id() ?? null,
      created_at: now,
    },
  ])
}

function orderRow(orderId: string, draft: OrderDraft, now: number) {
  const { pricing } = draft
  return {
    id: orderId,
    number: orderNumber(orderId, now),
    cart_id: draft.cartId ?? orderId,
    client_id: draft.clientId,
    source: draft.source,
    lead_id: draft.leadId ?? null,
    placed_by: draft.placedBy,
    status: 'awaiting_payment',
    currency: pricing.currency,
    region_id: draft.regionId,
    ...sumsOf(pricing),
    refunded_amount: 0,
    coupon_id: draft.couponId ?? null,
    address: draft.address ? JSON.stringify(draft.address) : null,
    requirements: draft.requirements ?? null,
    deadline: draft.deadline ?? null,
    expires_at: now + (draft.lifetime ?? ORDER_LIFETIME()),
    version: 0,
    created_at: now,
    updated_at: now,
  }
}

function partRow(
  orderId: string,
  part: PricedPart,
  position: number,
  { pricing, facts }: OrderDraft,
  now: number
) {
  const packages = part.lines.map(({ lineId }) => facts.get(lineId)!).filter(isService)
  return {
    id: newId('partnerOrder'),
    order_id: orderId,
    partner_id: part.partnerId,
    position,
    status: 'awaiting_payment',
    currency: pricing.currency,
    ...sumsOf(part),
    own_discount_amount: part.ownDiscountAmount,
    commission_amount: part.commissionAmount,
    refunded_amount: 0,
    earning_amount: part.earningAmount,
    earning_refunded: 0,
    has_package: packages.length > 0,
    revisions_allowed: Math.max(0, ...packages.map(({ revisions }) => revisions)),
    revisions_used: 0,
    open_disputes: 0,
    version: 0,
    created_at: now,
    updated_at: now,
  }
}

/** Work that is handed in and looked over, rather than sent by post. */
function isService({ kind }: LineFacts): boolean {
  return kind === 'package' || kind === 'quote'
}

function lineRow(
  orderId: string,
  partId: string,
  line: PricedLine,
  facts: LineFacts,
  position: number,
  now: number
) {
  return {
    id: newId('orderLine'),
    order_id: orderId,
    partner_order_id: partId,
    position,
    listing_id: facts.listingId,
    variant_id: facts.variantId,
    kind: facts.kind,
    title: facts.title,
    sku: facts.sku,
    options: JSON.stringify(facts.options),
    quantity: line.quantity,
    unit_amount: line.unitAmount,
    goods_amount: line.goodsAmount,
    discount_amount: line.discountAmount,
    own_discount_amount: line.ownDiscountAmount,
    tax_bps: line.taxBps,
    tax_amount: line.taxAmount,
    commission_bps: line.commissionBps,
    commission_amount: line.commissionAmount,
    refunded_quantity: 0,
    created_at: now,
  }
}

function sumsOf(
  sums: Omit<
    PricedPart,
    'partnerId' | 'lines' | 'ownDiscountAmount' | 'commissionAmount' | 'earningAmount'
  >
) {
  return {
    goods_amount: sums.goodsAmount,
    discount_amount: sums.discountAmount,
    shipping_amount: sums.shippingAmount,
    tax_amount: sums.taxAmount,
    total_amount: sums.totalAmount,
  }
}

/**
 * What people call an order: the day and eight random characters of its id (40 bits), as in
 * S261121-7K3M9QPX. Unguessable, since support asks for it.
 */
function orderNumber(orderId: string, now: number): string {
  const day = new Date(now).toISOString().slice(2, 10).replaceAll('-', '')
  return `S${day}-${orderId.slice(-8).toUpperCase()}`
}
