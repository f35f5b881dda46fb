import { BaseTransformer } from '@adonisjs/core/transformers'
import { clock, SECOND, toIso } from '#core/support/clock'
import type { ImpersonationRow } from '#impersonation/queries/impersonation_rows'

/** An impersonation as staff see it. */
export default class ImpersonationTransformer extends BaseTransformer<ImpersonationRow> {
  toObject() {
    const row = this.resource
    return {
      id: row.id,
      staff: { id: row.staff_id, name: row.staff_name, role: row.staff_role },
      customer: { id: row.client_id, name: row.client_name, role: row.client_role },
      ...lookFacts(row),
      // requests that were not answered with what they asked for
      refusals: row.refusals,
    }
  }
}

/** What both sides may know. */
export function lookFacts(row: ImpersonationRow) {
  const expiresAt = Number(row.expires_at)
  // nobody has noticed yet that its time is over
  const isUnnoticed = row.ended_at === null && expiresAt <= clock.now()
  const endedAt = isUnnoticed ? expiresAt : row.ended_at === null ? null : Number(row.ended_at)
  const lasted = (endedAt ?? clock.now()) - Number(row.started_at)
  return {
    reason: row.reason,
    startedAt: toIso(Number(row.started_at)),
    expiresAt: toIso(expiresAt),
    endedAt: toIso(endedAt),
    endReason: isUnnoticed ? 'expired' : row.end_reason,
    durationSeconds: Math.round(lasted / SECOND),
    // pages that were answered
    views: row.views,
  }
}
