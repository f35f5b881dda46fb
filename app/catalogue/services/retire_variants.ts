import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

/**
 * Takes variants out of the shop. Carts and orders that name them keep their rows; the label becomes
 * the variant's id, so that the partner can use it again (orders keep a copy of the old one). The
 * caller holds the partner's row.
 */
export async function retireVariants(
  trx: Transaction,
  which: { id: string } | { listing_id: string }
) {
  await trx
    .from('variants')
    .where({ ...which, is_active: true })
    .update({ is_active: false, sku: trx.raw('id'), updated_at: clock.now() })
}
