import type { Page, PageRequest } from '#core/support/page'
import { clock } from '#core/support/clock'
import {
  impersonationRows,
  pageOfImpersonations,
  type ImpersonationRow,
} from '#impersonation/queries/impersonation_rows'

interface ImpersonationFilters extends PageRequest {
  staffId?: string
  customerId?: string
  /** true: those that go on now; false: those that are over */
  open?: boolean
  /** epoch ms of the start, included */
  since?: number
  /** epoch ms of the start, not included */
  until?: number
}

/** Impersonations, the latest first: all of them for staff, those of one account for its owner. */
export default class ListImpersonations {
  async execute(filters: ImpersonationFilters): Promise<Page<ImpersonationRow>> {
    const query = impersonationRows()
    const now = clock.now()
    if (filters.staffId) query.where('impersonations.staff_id', filters.staffId)
    if (filters.customerId) query.where('impersonations.client_id', filters.customerId)
    if (filters.open === true)
      query
        .whereNotNull('impersonations.open_staff_id')
        .where('impersonations.expires_at', '>', now)
    if (filters.open === false)
      query.where((over) =>
        over
          .whereNull('impersonations.open_staff_id')
          .orWhere('impersonations.expires_at', '<=', now)
      )
    if (filters.since !== undefined) query.where('impersonations.started_at', '>=', filters.since)
    if (filters.until !== undefined) query.where('impersonations.started_at', '<', filters.until)
    return pageOfImpersonations(query, filters)
  }
}
