import db from '@adonisjs/lucid/services/db'
import { NotFound } from '#core/errors'

/**
 * That there is such a partner, in whatever state: one who never sold has no accounts to tell it by.
 *
 * @throws NotFound
 */
export async function assertPartner(partnerId: string): Promise<void> {
  const partner = await db.from('partners').where({ id: partnerId }).select('id').first()
  if (!partner) throw new NotFound()
}
