import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { money } from '#core/support/money'
import type { DeliveryAddress } from '#orders/queries/delivery_address'
import type { OrderWithParts, PartWithLines } from '#orders/queries/get_order'
import type { ChangeRow } from '#orders/queries/order_changes'
import type { OrderNoteRow } from '#orders/queries/order_notes'
import type { LineRow, OrderRow, PartRow } from '#orders/queries/order_parts'
import type { SubmissionWithFiles } from '#orders/queries/submissions_of'
import OrderCasesTransformer from '#orders/transformers/order_cases_transformer'

/** An order as its client and staff see it: the whole of it, by partner. */
export default class OrderTransformer extends BaseTransformer<OrderWithParts> {
  toObject() {
    const { order, parts, cases, history, notes } = this.resource
    return {
      ...orderFacts(order),
      clientId: order.client_id,
      leadId: order.lead_id,
      address: addressOf(order),
      requirements: order.requirements,
      deadline: order.deadline,
      invoiceNumber: order.invoice_number,
      expiresAt: order.status === 'awaiting_payment' ? toIso(order.expires_at) : null,
      partnerOrders: parts.map((part) => partOfOrder(part)),
      ...new OrderCasesTransformer(cases).toObject(),
      history: history?.map((change) => changeOf(change)) ?? null,
      notes: notes?.map((note) => noteOf(note)) ?? null,
    }
  }
}

/** Where to, as it was on the day. */
export function addressOf(order: Pick<OrderRow, 'address'>): DeliveryAddress | null {
  return order.address ? (JSON.parse(order.address) as DeliveryAddress) : null
}

/** What every list of orders shows. */
export function orderFacts(order: OrderRow) {
  return {
    id: order.id,
    number: order.number,
    source: order.source,
    status: order.status,
    total: money(order.total_amount, order.currency),
    totals: totalsOf(order),
    refunded: money(order.refunded_amount, order.currency),
    paidAt: toIso(order.paid_at),
    createdAt: toIso(order.created_at),
    updatedAt: toIso(order.updated_at),
  }
}

/** One partner's part, with its lines and what was handed in. */
export function partOfOrder({ part, lines, submissions }: PartWithLines) {
  return {
    ...partFacts(part),
    partner: { id: part.partner_id, businessName: part.partner_name, slug: part.partner_slug },
    lines: lines.map((line) => lineOf(line, part.currency)),
    submissions: submissions.map((submission) => submissionOf(submission)),
  }
}

export function partFacts(part: PartRow) {
  return {
    id: part.id,
    status: part.status,
    total: money(part.total_amount, part.currency),
    totals: totalsOf(part),
    refunded: money(part.refunded_amount, part.currency),
    revisions: part.has_package
      ? { allowed: part.revisions_allowed, used: part.revisions_used }
      : null,
    tracking: part.tracking,
    deliveredAt: toIso(part.delivered_at),
    completesAt: toIso(part.completes_at),
    approvesAt: part.status === 'submitted' ? toIso(part.approves_at) : null,
  }
}

/** One line, with the amounts that were agreed on. */
export function lineOf(line: LineRow, currency: string) {
  return {
    id: line.id,
    listingId: line.listing_id,
    variantId: line.variant_id,
    kind: line.kind,
    title: line.title,
    sku: line.sku,
    options: JSON.parse(line.options) as Record<string, string>,
    quantity: line.quantity,
    refundedQuantity: line.refunded_quantity,
    unitPrice: money(line.unit_amount, currency),
    goods: money(line.goods_amount, currency),
    discount: money(line.discount_amount, currency),
    tax: money(line.tax_amount, currency),
  }
}

/** One round of work that was handed in, with the links to its files. */
export function submissionOf({ submission, files }: SubmissionWithFiles) {
  const { id, order_id: orderId } = submission
  return {
    id,
    round: submission.round,
    status: submission.status,
    note: submission.note,
    links: JSON.parse(submission.links) as string[],
    files: files.map((file) => ({
      id: file.id,
      name: file.file_name,
      contentType: file.content_type,
      size: Number(file.size),
      url: `/api/v1/orders/${orderId}/submissions/${id}/files/${file.id}`,
    })),
    feedback: submission.feedback,
    answeredAt: toIso(submission.answered_at),
    createdAt: toIso(submission.created_at),
  }
}

function changeOf(change: ChangeRow) {
  return {
    partnerOrderId: change.partner_order_id || null,
    from: change.from_status || null,
    to: change.to_status,
    actorId: change.actor_id,
    actorRole: change.actor_role,
    reason: change.reason,
    at: toIso(change.created_at),
  }
}

function noteOf(note: OrderNoteRow) {
  return {
    body: note.body,
    authorId: note.author_id,
    authorName: note.author_name,
    at: toIso(Number(note.created_at)),
  }
}

function totalsOf(
  row: Pick<
    OrderRow,
    | 'currency'
    | 'goods_amount'
    | 'discount_amount'
    | 'shipping_amount'
    | 'tax_amount'
    | 'total_amount'
  >
) {
  const { currency } = row
  return {
    goods: money(row.goods_amount, currency),
    discount: money(row.discount_amount, currency),
    shipping: money(row.shipping_amount, currency),
    tax: money(row.tax_amount, currency),
    total: money(row.total_amount, currency),
  }
}
