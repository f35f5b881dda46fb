import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { NotFound } from '#core/errors'
import { casesOfPart, type OrderCases } from '#orders/queries/order_cases'
import {
  partnerOrderRows,
  withPartLines,
  type PartnerOrder,
  type PartnerOrderRow,
} from '#orders/queries/partner_order_rows'
import { submissionsOf, type SubmissionWithFiles } from '#orders/queries/submissions_of'
import GetOwnPartner from '#partners/queries/get_own_partner'

export interface PartnerOrderWithWork extends PartnerOrder {
  submissions: SubmissionWithFiles[]
  cases: OrderCases
}

/** One of a partner's parts, with its lines, what was handed in and what is asked back. */
export default class GetPartnerOrder {
  /** @throws NotFound, also for another partner's part */
  async execute(actor: Actor, partnerOrderId: string): Promise<PartnerOrderWithWork> {
    const { id: partnerId } = await new GetOwnPartner().execute(actor)
    const part: PartnerOrderRow | null = await partnerOrderRows(partnerId)
      .where('partner_orders.id', partnerOrderId)
      .first()
    if (!part) throw new NotFound()
    const [{ lines }] = await withPartLines([part])
    const submissions = await submissionsOf(db, { 'submissions.partner_order_id': part.id })
    const order = { id: part.order_id, number: part.number }
    return { part, lines, submissions, cases: await casesOfPart(db, order, part.id) }
  }
}
