/*
 * Coupons as plain rows. A deleted coupon is kept for the orders that used it, and seen by nobody.
 */
import db from '@adonisjs/lucid/services/db'
import { isStaffRole, type Actor } from '#core/actor'
import { currentTransaction, type Transaction } from '#core/database/write'
import GetOwnPartner from '#partners/queries/get_own_partner'

export type Reader = Pick<Transaction, 'from'>

export const COUPON_KINDS = ['percent', 'fixed'] as const
export type CouponKind = (typeof COUPON_KINDS)[number]

export interface CouponRow {
  id: string
  code: string
  /** '' for the platform's */
  partner_id: string
  kind: CouponKind
  bps: number | null
  amount: number | null
  currency: string
  minimum_amount: number
  starts_at: number
  ends_at: number
  max_uses: number
  max_uses_per_client: number
  used: number
  is_active: number | boolean
  created_at: number
  updated_at: number
}

/** All coupons that are not deleted. */
export function couponRows(reader: Reader = currentTransaction() ?? db) {
  return reader.from('coupons').whereNull('coupons.deleted_at').select('coupons.*')
}

/** The coupons that an actor may see and change: a partner's own, all of them for staff. */
export async function couponRowsOf(actor: Actor, reader?: Reader) {
  const query = couponRows(reader)
  if (isStaffRole(actor.role)) return { query, partnerId: '' }
  const { id: partnerId } = await new GetOwnPartner().execute(actor)
  return { query: query.where('coupons.partner_id', partnerId), partnerId }
}
