import type { Reader } from '#withdrawals/queries/withdrawal_rows'

export interface OrderReference {
  /** the partner's part of the order */
  partnerOrderId: string
  number: string
}

interface Reference {
  ref_type: string
  ref_id: string
}

interface Found {
  ref_id: string
  part_id: string
  number: string
}

/** The order that postings about payments, parts, refunds and disputes are of, for one partner. */
export async function orderNumbersOf(
  reader: Reader,
  partnerId: string,
  references: Reference[]
): Promise<Map<string, OrderReference>> {
  const found = [
    ...(await partsOf(reader, partnerId, references)),
    ...(await ofOrdersBehind(reader, partnerId, references, 'payment', 'payments')),
    ...(await ofOrdersBehind(reader, partnerId, references, 'refund', 'refunds')),
    ...(await ofOrdersBehind(reader, partnerId, references, 'dispute', 'disputes')),
  ]
  return new Map(
    found.map(({ ref_id: id, part_id: partnerOrderId, number }) => [id, { partnerOrderId, number }])
  )
}

function idsOf(references: Reference[], type: string): string[] {
  return references.filter((one) => one.ref_type === type).map((one) => one.ref_id)
}

async function partsOf(
  reader: Reader,
  partnerId: string,
  references: Reference[]
): Promise<Found[]> {
  const ids = idsOf(references, 'partner_order')
  if (ids.length === 0) return []
  return reader
    .from('partner_orders')
    .join('orders', 'orders.id', 'partner_orders.order_id')
    .whereIn('partner_orders.id', ids)
    .where('partner_orders.partner_id', partnerId)
    .select('partner_orders.id as ref_id', 'partner_orders.id as part_id', 'orders.number')
}

/** Rows that belong to an order, of which the partner has at most one part. */
async function ofOrdersBehind(
  reader: Reader,
  partnerId: string,
  references: Reference[],
  type: string,
  table: 'payments' | 'refunds' | 'disputes'
): Promise<Found[]> {
  const ids = idsOf(references, type)
  if (ids.length === 0) return []
  return reader
    .from(table)
    .join('orders', 'orders.id', `${table}.order_id`)
    .join('partner_orders', 'partner_orders.order_id', 'orders.id')
    .whereIn(`${table}.id`, ids)
    .where('partner_orders.partner_id', partnerId)
    .select(`${table}.id as ref_id`, 'partner_orders.id as part_id', 'orders.number')
}
