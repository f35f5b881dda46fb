/*
 * What the audit trail refuses, whoever asks: a line is never changed or deleted, nor is a seal.
 * One change is let through: when a person's data are erased, the words of a line (before, after,
 * reason, ip) give way to their digest, which is what its seal was made from (see ADR 15).
 */
import { triggersOf, type TriggerRule } from '#database/triggers/rules'

/** What may be taken out of a line; the nonce goes with it, so that nothing can be guessed back. */
export const ERASABLE = ['before', 'after', 'reason', 'ip', 'nonce'] as const

const KEPT = [
  'id',
  'actor_id',
  'actor_role',
  'impersonator_id',
  'person_id',
  'action',
  'noun',
  'subject_type',
  'subject_id',
  'request_id',
  'created_at',
]

const isErasure = [
  'OLD.details_hash IS NULL',
  'NEW.details_hash IS NOT NULL',
  ...ERASABLE.map((column) => `NEW.\`${column}\` IS NULL`),
  ...KEPT.map((column) => `(NEW.${column} <=> OLD.${column})`),
].join(' AND ')

const RULES: TriggerRule[] = [
  {
    name: 'audit_entries_stay',
    on: 'BEFORE UPDATE ON audit_entries',
    when: `NOT (${isErasure})`,
    message: 'lines of the audit trail are never changed',
  },
  {
    name: 'audit_entries_last',
    on: 'BEFORE DELETE ON audit_entries',
    when: '1 = 1',
    message: 'lines of the audit trail are never deleted',
  },
  {
    name: 'audit_seals_stay',
    on: 'BEFORE UPDATE ON audit_seals',
    when: '1 = 1',
    message: 'seals are never changed',
  },
  {
    name: 'audit_seals_last',
    on: 'BEFORE DELETE ON audit_seals',
    when: '1 = 1',
    message: 'seals are never deleted',
  },
]

export const AUDIT_TRIGGERS = triggersOf(RULES)
export const AUDIT_TRIGGER_NAMES = RULES.map(({ name }) => name)
