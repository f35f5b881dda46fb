import { BaseTransformer } from '@adonisjs/core/transformers'
import type { PartnerOrderWithWork } from '#orders/queries/get_partner_order'
import OrderCasesTransformer from '#orders/transformers/order_cases_transformer'
import { submissionOf } from '#orders/transformers/order_transformer'
import { partForPartner } from '#orders/transformers/partner_order_row_transformer'

/** A part as its partner sees it, with every round of work that was handed in, and what is asked back. */
export default class PartnerOrderTransformer extends BaseTransformer<PartnerOrderWithWork> {
  toObject() {
    const { submissions, cases, ...part } = this.resource
    return {
      ...partForPartner(part),
      submissions: submissions.map((submission) => submissionOf(submission)),
      ...new OrderCasesTransformer(cases).toObject(),
    }
  }
}
