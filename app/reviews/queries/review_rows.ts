/*
 * Reviews with what is shown beside them, as plain rows. Left joins, although there is a match for
 * all but the listing: the database must begin with the reviews, whose index serves the sort.
 */
import db from '@adonisjs/lucid/services/db'
import { currentTransaction, type Transaction } from '#core/database/write'

export const REVIEW_STATUSES = ['published', 'hidden', 'removed'] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

export type Reader = Pick<Transaction, 'from'>

export interface ReviewRow {
  id: string
  order_line_id: string
  listing_id: string | null
  listing_title: string | null
  partner_id: string
  business_name: string
  slug: string
  client_id: string
  client_name: string
  rating: number
  title: string
  body: string
  status: ReviewStatus
  reply: string | null
  replied_at: number | null
  open_reports: number
  removal_reason: string | null
  editable_until: number
  created_at: number
  updated_at: number
}

export function reviewRows(reader: Reader = currentTransaction() ?? db) {
  return reader
    .from('reviews')
    .leftJoin('partners', 'partners.id', 'reviews.partner_id')
    .leftJoin('users', 'users.id', 'reviews.client_id')
    .leftJoin('listings', 'listings.id', 'reviews.listing_id')
    .select(
      'reviews.*',
      'partners.business_name',
      'partners.slug',
      'users.name as client_name',
      'listings.title as listing_title'
    )
}
