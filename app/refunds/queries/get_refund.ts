import db from '@adonisjs/lucid/services/db'
import { currentTransaction } from '#core/database/write'
import { refundWithShares, type RefundWithShares } from '#refunds/queries/refund_rows'

/** One refund with who gives what of it. */
export default class GetRefund {
  /** @throws NotFound */
  async execute(id: string): Promise<RefundWithShares> {
    return refundWithShares(currentTransaction() ?? db, id)
  }
}
