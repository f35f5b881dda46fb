import db from '@adonisjs/lucid/services/db'
import { requestWhere, type RequestRow } from '#refunds/queries/request_rows'

/** One request for money back, whoever asked. */
export default class GetRefundRequest {
  /** @throws NotFound */
  async execute(id: string): Promise<RequestRow> {
    return requestWhere(db, { 'refund_requests.id': id })
  }
}
