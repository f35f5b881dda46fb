import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { marksFor, rowOf, rowsOf } from '#core/database/statements'
import { NotFound } from '#core/errors'
import {
  linesOf,
  type LineRow,
  type OrderRow,
  type PartRow,
  type Reader,
} from '#orders/queries/order_parts'
import { casesOfOrder, casesOfPart, type OrderCases } from '#orders/queries/order_cases'
import { changesOf, type ChangeRow } from '#orders/queries/order_changes'
import { notesOf, type OrderNoteRow } from '#orders/queries/order_notes'
import { submissionsOf, type SubmissionWithFiles } from '#orders/queries/submissions_of'
import { orderStatusOf } from '#orders/services/states'
import GetOwnPartner from '#partners/queries/get_own_partner'

export interface PartWithLines {
  part: PartRow & { partner_name: string; partner_slug: string }
  lines: LineRow[]
  submissions: SubmissionWithFiles[]
}

export interface OrderWithParts {
  order: OrderRow
  parts: PartWithLines[]
  /** what is asked back of it, and what is disputed; to a partner, of the own part */
  cases: OrderCases
  /** for staff alone */
  history?: ChangeRow[]
  /** likewise */
  notes?: OrderNoteRow[]
}

/** One order with its parts, their lines and what was handed in for them; a fixed number of queries. */
export default class GetOrder {
  /** @throws NotFound when it is not this client's */
  async own(actor: Actor, orderId: string, client: Reader = db): Promise<OrderWithParts> {
    const order = await orderRow(client, orderId)
    if (order?.client_id !== actor.id) throw new NotFound()
    return this.#withParts(client, order)
  }

  /**
   * The whole order for its client and for staff, who see its history and notes, too; for a partner only the
   * part that is the partner's.
   *
   * @throws NotFound when the actor has nothing to do with it
   */
  async visibleTo(actor: Actor, orderId: string): Promise<OrderWithParts> {
    if (actor.role === 'client') return this.own(actor, orderId)
    const found = await this.byId(orderId)
    if (actor.role !== 'partner') {
      const history = await changesOf(db, orderId)
      return { ...found, history, notes: await notesOf(db, orderId) }
    }
    const { id: partnerId } = await new GetOwnPartner().execute(actor)
    const parts = found.parts.filter(({ part }) => part.partner_id === partnerId)
    if (parts.length === 0) throw new NotFound()
    const cases = await casesOfPart(db, found.order, parts[0].part.id)
    return { order: ownShare(found.order, parts[0].part), parts, cases }
  }

  /** @throws NotFound */
  async byId(orderId: string, client: Reader = db): Promise<OrderWithParts> {
    const order = await orderRow(client, orderId)
    if (!order) throw new NotFound()
    return this.#withParts(client, order)
  }

  async #withParts(client: Reader, order: OrderRow): Promise<OrderWithParts> {
    const parts = await partsWithPartners(client, [order.id])
    const lines = await linesOf(client, order.id)
    const hasPackage = parts.some((part) => Number(part.has_package) === 1)
    const submissions = hasPackage
      ? await submissionsOf(client, { 'submissions.order_id': order.id })
      : []
    // nothing can be asked back yet of what nobody has paid
    const cases =
      order.status === 'awaiting_payment'
        ? { requests: [], disputes: [] }
        : await casesOfOrder(client, order)
    return { order, parts: parts.map((part) => partWith(part, lines, submissions)), cases }
  }
}

function orderRow(client: Reader, orderId: string): Promise<OrderRow | undefined> {
  return rowOf<OrderRow>(client, 'SELECT * FROM orders WHERE id = ?', orderId)
}

/** To a partner an order is what the part of it is; where to, once it is paid. */
function ownShare(order: OrderRow, part: PartRow): OrderRow {
  return {
    ...order,
    status: orderStatusOf([part], order.status === 'expired'),
    goods_amount: part.goods_amount,
    discount_amount: part.discount_amount,
    shipping_amount: part.shipping_amount,
    tax_amount: part.tax_amount,
    total_amount: part.total_amount,
    refunded_amount: part.refunded_amount,
    address: order.paid_at === null ? null : order.address,
  }
}

/** The parts of some orders, each with its partner's name. */
export function partsWithPartners(
  client: Reader,
  orderIds: string[]
): Promise<PartWithLines['part'][]> {
  return rowsOf<PartWithLines['part']>(
    client,
    `SELECT partner_orders.*, partners.business_name AS partner_name, partners.slug AS partner_slug
       FROM partner_orders JOIN partners ON partners.id = partner_orders.partner_id
       WHERE order_id IN (${marksFor(orderIds)}) ORDER BY order_id, position`,
    ...orderIds
  )
}

function partWith(
  part: PartWithLines['part'],
  lines: LineRow[],
  submissions: SubmissionWithFiles[]
): PartWithLines {
  return {
    part,
    lines: lines.filter((line) => line.partner_order_id === part.id),
    submissions: submissions.filter(({ submission }) => submission.partner_order_id === part.id),
  }
}
