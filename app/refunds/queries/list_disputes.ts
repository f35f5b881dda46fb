import db from '@adonisjs/lucid/services/db'
import { whereMadeWithin, type Window } from '#core/database/made_within'
import { keysetPage, type Page, type PageRequest } from '#core/support/page'
import { disputeRows, type DisputeRow } from '#refunds/queries/dispute_rows'
import type { DisputeStatus } from '#refunds/services/states'

/** Opened in the window. */
export interface DisputeFilters extends Window {
  status: DisputeStatus
}

/** Disputes in one state, the oldest first: a queue. */
export default class ListDisputes {
  execute(request: PageRequest, filters: DisputeFilters): Promise<Page<DisputeRow>> {
    return keysetPage<DisputeRow>(disputesBy(filters), request, [
      { column: 'disputes.id', direction: 'asc', valueOf: (row) => row.id },
    ])
  }
}

/** Disputes by any filters. */
export function disputesBy({ status, ...window }: DisputeFilters) {
  const query = disputeRows(db).where('disputes.status', status)
  whereMadeWithin(query, 'dispute', window, 'disputes')
  return query
}
