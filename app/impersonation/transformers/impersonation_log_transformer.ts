import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { ImpersonationInFull } from '#impersonation/queries/get_impersonation'
import ImpersonationTransformer from '#impersonation/transformers/impersonation_transformer'

/** An impersonation with its notes and a page of its requests. */
export default class ImpersonationLogTransformer extends BaseTransformer<ImpersonationInFull> {
  toObject() {
    const { row, notes, requests } = this.resource
    return {
      ...new ImpersonationTransformer(row).toObject(),
      notes: notes.map(({ text, created_at: at }) => ({ text, createdAt: toIso(Number(at)) })),
      requests: requests.rows.map((one) => ({
        method: one.method,
        route: one.route,
        path: one.path,
        status: Number(one.status),
        requestId: one.request_id,
        at: toIso(Number(one.created_at)),
      })),
    }
  }
}
