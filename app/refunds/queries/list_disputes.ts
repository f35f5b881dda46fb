import db from '@adonisjs/lucid/services/db'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import { disputeRows, type DisputeRow } from '#refunds/queries/dispute_rows'
import type { DisputeStatus } from '#refunds/services/states'

/** Disputes in one state, the oldest first: a queue. */
export default class ListDisputes {
  async execute({
    status,
    ...request
  }: PageRequest & { status: DisputeStatus }): Promise<Page<DisputeRow>> {
    const query = disputeRows(db).where('disputes.status', status)
    return keysetPage<DisputeRow>(query, request, [
      { column: 'disputes.id', direction: 'asc', valueOf: (row) => row.id },
    ])
  }
}
