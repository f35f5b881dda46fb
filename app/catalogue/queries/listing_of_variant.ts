import db from '@adonisjs/lucid/services/db'
import { currentTransaction } from '#core/database/write'
import { NotFound } from '#core/errors'

/**
 * The id of the listing that a variant belongs to.
 *
 * @throws NotFound
 */
export async function listingOfVariant(variantId: string): Promise<string> {
  const row = await (currentTransaction() ?? db)
    .from('variants')
    .where({ id: variantId })
    .select('listing_id')
    .first()
  if (!row) throw new NotFound()
  return row.listing_id
}
