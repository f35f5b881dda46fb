import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ActionLogRow } from '#audit/queries/list_action_logs'
import { toIso } from '#core/support/clock'

/** One line of the audit trail. */
export default class ActionLogTransformer extends BaseTransformer<ActionLogRow> {
  toObject() {
    const entry = this.resource
    return {
      id: String(entry.id),
      actor: entry.actor_id
        ? { id: entry.actor_id, name: entry.actor_name, role: entry.actor_role }
        : null,
      impersonator: entry.impersonator_id
        ? { id: entry.impersonator_id, name: entry.impersonator_name }
        : null,
      action: entry.action,
      subject: { type: entry.subject_type, id: entry.subject_id },
      person: entry.person_id ? { id: entry.person_id, name: entry.person_name } : null,
      before: parsed(entry.before),
      after: parsed(entry.after),
      reason: entry.reason,
      ip: entry.ip,
      requestId: entry.request_id,
      isErased: entry.details_hash !== null,
      createdAt: toIso(entry.created_at),
    }
  }
}

function parsed(json: string | null): Record<string, unknown> | null {
  return json === null ? null : JSON.parse(json)
}
