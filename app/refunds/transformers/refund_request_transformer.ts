import { BaseTransformer } from '@adonisjs/core/transformers'
import { refundRequestOf } from '#orders/transformers/order_cases_transformer'
import type { RequestRow } from '#refunds/queries/request_rows'

/** A client's request for money back, as client and partner see it. */
export default class RefundRequestTransformer extends BaseTransformer<RequestRow> {
  toObject() {
    return refundRequestOf(this.resource)
  }

  /** With whose it is, and who is to answer. */
  forStaff() {
    const { client_id: clientId, partner_id: id, partner_name: businessName } = this.resource
    return { ...this.toObject(), clientId, partner: { id, businessName } }
  }
}
