import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import type { LinkRow } from '#payments/queries/link_rows'

/** A payment link, for staff. */
export default class LinkTransformer extends BaseTransformer<LinkRow> {
  toObject() {
    return linkFacts(this.resource)
  }
}

export function linkFacts(link: LinkRow) {
  return {
    id: link.id,
    kind: link.kind,
    gateway: link.gateway,
    orderId: link.order_id,
    paymentId: link.payment_id,
    amount: money(link.amount, link.currency),
    description: link.description,
    status: link.status,
    url: link.url,
    expiresAt: toIso(link.expires_at),
    paidAt: toIso(link.paid_at),
    createdAt: toIso(link.created_at),
  }
}
