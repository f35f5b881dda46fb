import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import type { PartRow } from '#orders/queries/order_parts'
import { lockOrder } from '#orders/services/states'

/** Reads a part after its order is locked, so that nobody else is moving it. @throws NotFound */
export async function lockedPart(
  trx: Transaction,
  where: Record<string, string>
): Promise<PartRow> {
  const found = await trx.from('partner_orders').where(where).select('id', 'order_id').first()
  if (!found) throw new NotFound()
  await lockOrder(trx, found.order_id)
  return trx.from('partner_orders').where('id', found.id).firstOrFail()
}
