/*
 * Orders, their parts and lines as plain rows; amounts are numbers on both databases.
 */
import { rowsOf, type Client } from '#core/database/statements'
import type { OrderStatus, PartStatus } from '#orders/services/states'

export type Reader = Client

/** What an order was made from. */
export const ORDER_SOURCES = ['cart', 'quote', 'manual'] as const
export type OrderSource = (typeof ORDER_SOURCES)[number]

export interface OrderRow {
  id: string
  number: string
  cart_id: string
  client_id: string
  source: OrderSource
  lead_id: string | null
  placed_by: string
  status: OrderStatus
  currency: string
  region_id: string | null
  goods_amount: number
  discount_amount: number
  shipping_amount: number
  tax_amount: number
  total_amount: number
  refunded_amount: number
  coupon_id: string | null
  address: string | null
  requirements: string | null
  deadline: string | null
  invoice_number: string | null
  expires_at: number
  paid_at: number | null
  closed_at: number | null
  created_at: number
  updated_at: number
}

export interface PartRow {
  id: string
  order_id: string
  partner_id: string
  position: number
  status: PartStatus
  currency: string
  goods_amount: number
  discount_amount: number
  own_discount_amount: number
  shipping_amount: number
  tax_amount: number
  total_amount: number
  commission_amount: number
  refunded_amount: number
  earning_amount: number
  earning_refunded: number
  has_package: number
  revisions_allowed: number
  revisions_used: number
  tracking: string | null
  open_disputes: number
  delivered_at: number | null
  completes_at: number | null
  /** while it is submitted: when it counts as approved */
  approves_at: number | null
  closed_at: number | null
  created_at: number
  updated_at: number
}

export interface LineRow {
  id: string
  order_id: string
  partner_order_id: string
  position: number
  listing_id: string | null
  variant_id: string | null
  kind: 'product' | 'package' | 'event' | 'quote' | 'manual'
  title: string
  sku: string
  options: string
  quantity: number
  unit_amount: number
  goods_amount: number
  discount_amount: number
  own_discount_amount: number
  tax_bps: number
  tax_amount: number
  commission_bps: number
  commission_amount: number
  refunded_quantity: number
}

/** The parts of an order in their order. */
export function partsOf(client: Reader, orderId: string): Promise<PartRow[]> {
  const sql = 'SELECT * FROM partner_orders WHERE order_id = ? ORDER BY position'
  return rowsOf<PartRow>(client, sql, orderId)
}

/** The lines of an order in their order. */
export function linesOf(client: Reader, orderId: string): Promise<LineRow[]> {
  const sql = 'SELECT * FROM order_lines WHERE order_id = ? ORDER BY position'
  return rowsOf<LineRow>(client, sql, orderId)
}
