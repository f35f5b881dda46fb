/*
 * What lists read is kept beside what it follows from: whether a listing is public, and its lowest
 * and highest price in each currency. Whatever changes a listing, its variants, their prices or the
 * partner calls this in the same transaction; nothing else writes these columns.
 */
import { forgetAnswersAfter } from '#catalogue/services/public_answers'
import type { Transaction } from '#core/database/write'

/** active, approved, not deleted, and sold by an approved partner whose account is open */
const IS_PUBLIC = `CASE WHEN deleted_at IS NULL AND status = 'active' AND moderation = 'approved'
  AND (SELECT COUNT(*) FROM partners JOIN users ON users.id = partners.user_id
        WHERE partners.id = listings.partner_id AND partners.status = 'approved'
          AND users.status = 'active') = 1
  THEN 1 ELSE 0 END`

const PRICES = `INSERT INTO listing_prices
    (listing_id, currency, min_amount, max_amount, is_public, kind, category_id)
  SELECT listings.id, variant_prices.currency, MIN(amount), MAX(amount),
      listings.is_public, listings.kind, listings.category_id
    FROM listings
    JOIN variants ON variants.listing_id = listings.id AND variants.is_active = 1
    JOIN variant_prices ON variant_prices.variant_id = variants.id
    WHERE listings.id IN`

const BATCH = 250

/**
 * Brings these listings up to date. Whoever calls it for one partner's change holds that partner's
 * row (lock_seller.ts), so that a listing cannot become public beside a suspension.
 */
export async function refreshListings(trx: Transaction, listingIds: string[]) {
  const ids = [...new Set(listingIds)].sort()
  for (let from = 0; from < ids.length; from += BATCH)
    await refreshBatch(trx, ids.slice(from, from + BATCH))
  forgetAnswersAfter(trx)
}

async function refreshBatch(trx: Transaction, ids: string[]) {
  await trx
    .from('listings')
    .whereIn('id', ids)
    .update({ is_public: trx.raw(IS_PUBLIC) })
  await trx.from('listing_prices').whereIn('listing_id', ids).delete()
  await trx.rawQuery(
    `${PRICES} (${ids.map(() => '?').join(', ')})
      GROUP BY listings.id, variant_prices.currency, listings.is_public, listings.kind,
        listings.category_id`,
    ids
  )
}

/** Shows or hides everything a partner sells, after the partner's or the account's state changed. */
export async function refreshPartnerListings(trx: Transaction, partnerId: string) {
  // whoever writes a listing of this partner holds this row: from here on there is none
  await trx.from('partners').where({ id: partnerId }).forUpdate().select('id')
  await trx
    .from('listings')
    .where({ partner_id: partnerId })
    .update({ is_public: trx.raw(IS_PUBLIC) })
  await trx.rawQuery(
    `UPDATE listing_prices
        SET is_public = (SELECT is_public FROM listings WHERE listings.id = listing_id)
      WHERE listing_id IN (SELECT id FROM listings WHERE partner_id = ?)`,
    [partnerId]
  )
  forgetAnswersAfter(trx)
}
