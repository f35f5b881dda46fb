import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import type { PartnerOrder } from '#orders/queries/partner_order_rows'
import { addressOf, lineOf, partFacts } from '#orders/transformers/order_transformer'

/** A part as its partner sees it in a list. */
export default class PartnerOrderRowTransformer extends BaseTransformer<PartnerOrder> {
  toObject() {
    return partForPartner(this.resource)
  }
}

/** Who buys, where to, and what the partner gets of it; the address once it is paid. */
export function partForPartner({ part, lines }: PartnerOrder) {
  return {
    ...partFacts(part),
    order: { id: part.order_id, number: part.number, source: part.source },
    client: { name: part.client_name },
    address: part.paid_at === null ? null : addressOf(part),
    requirements: part.requirements,
    deadline: part.deadline,
    commission: money(part.commission_amount, part.currency),
    earning: money(Number(part.earning_amount) - Number(part.earning_refunded), part.currency),
    lines: lines.map((line) => lineOf(line, part.currency)),
    paidAt: toIso(part.paid_at),
    createdAt: toIso(part.created_at),
    updatedAt: toIso(part.updated_at),
  }
}
