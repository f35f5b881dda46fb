import { randomBytes } from 'node:crypto'
import { HttpContext } from '@adonisjs/core/http'
import type { Actor } from '#core/actor'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

export interface AuditFact {
  /** who did it; null for the system itself */
  actor: Actor | null
  /** `<noun>.<verb in the past tense>`, e.g. partner.approved */
  action: string
  subject: { type: string; id: string }
  /** whose matter it is, by account: the client of an order, the owner of a shop; a user's own */
  personId?: string | null
  /** only what changed; never a secret */
  before?: Record<string, unknown>
  after?: Record<string, unknown>
  /** what the deed itself keeps; else what the actor said of the whole request */
  reason?: string | null
}

/**
 * From where a line comes: from its actor's session, or, for what a guest does to an account (a wrong
 * password, a stolen token), from the request itself. What a web hook says has no person behind it.
 */
function originOf({ actor, subject }: AuditFact): { ip: string | null; requestId: string | null } {
  if (actor) return actor
  const request = subject.type === 'user' ? HttpContext.get()?.request : undefined
  return { ip: request?.ip() ?? null, requestId: request?.id() ?? null }
}

/**
 * Writes one line of the audit trail in the transaction of the deed: each staff write and each
 * security event has one.
 */
export async function recordAudit(trx: Transaction, fact: AuditFact) {
  const { ip, requestId } = originOf(fact)
  const owner = fact.subject.type === 'user' ? fact.subject.id : null
  await trx
    .insertQuery()
    .table('audit_entries')
    .insert({
      actor_id: fact.actor?.id ?? null,
      actor_role: fact.actor?.role ?? null,
      impersonator_id: fact.actor?.impersonation?.staffId ?? null,
      person_id: fact.personId ?? owner,
      action: fact.action,
      noun: fact.action.split('.')[0],
      subject_type: fact.subject.type,
      subject_id: fact.subject.id,
      before: fact.before ? JSON.stringify(fact.before) : null,
      after: fact.after ? JSON.stringify(fact.after) : null,
      reason: fact.reason ?? fact.actor?.reason ?? null,
      ip,
      nonce: randomBytes(16).toString('base64url'),
      request_id: requestId,
      created_at: clock.now(),
    })
}
