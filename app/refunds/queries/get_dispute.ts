import db from '@adonisjs/lucid/services/db'
import { disputeById, type DisputeRow } from '#refunds/queries/dispute_rows'

/** One dispute, whoever opened it. */
export default class GetDispute {
  /** @throws NotFound */
  async execute(id: string): Promise<DisputeRow> {
    return disputeById(db, id)
  }
}
