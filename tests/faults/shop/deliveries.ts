/*
 * Partners accept, pack, ship and deliver.
 */
import type { Marketplace } from '../supervisor.js'
import type { Customer } from './customer.js'

const STEPS = ['accepted', 'processing', 'shipped', 'delivered']

export interface PartToDeliver {
  id: string
  partner_id: string
}

/** The parts of these orders. */
export async function partsOf({ database }: Marketplace, orderIds: string[]) {
  const wanted = new Set(orderIds)
  const rows = await database.rows('SELECT id, order_id, partner_id FROM partner_orders')
  return rows.filter((row) => wanted.has(row.order_id)) as PartToDeliver[]
}

/** Every partner takes its own parts through all steps. @returns answers nobody should get */
export async function deliverAll(
  parts: PartToDeliver[],
  partners: Map<string, Customer>,
  onDone: (count: number) => void
): Promise<string[]> {
  const oddities: string[] = []
  let done = 0
  const deliverOwn = async ([partnerId, partner]: [string, Customer]) => {
    for (const { id } of parts.filter((part) => part.partner_id === partnerId)) {
      for (const status of STEPS) {
        const step = await partner.put(
          `/partner/orders/${id}/status`,
          { status },
          `${id}-${status}`
        )
        if (step.status !== 200) oddities.push(`${status}: ${step.status} ${step.code}`)
      }
      onDone(++done)
    }
  }
  await Promise.all([...partners].map(deliverOwn))
  return oddities
}
