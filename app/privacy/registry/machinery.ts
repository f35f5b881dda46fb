/*
 * Tables that name a person some other way than by a column, and tables that name nobody.
 */
import type { SpecialTable } from '#privacy/services/registry_words'

export const special: Record<string, SpecialTable> = {
  audit_entries: {
    columns: `id actor_id actor_role impersonator_id person_id action noun subject_type subject_id
      before after reason ip request_id nonce details_hash created_at`,
    cleanedBy: 'app/audit/services/redaction.ts: who did what stays, the words go',
    exported: {
      about: 'What the person did, as the audit trail has it',
      by: 'actor_id',
      columns: 'id action subject_type subject_id ip request_id created_at',
    },
  },
  challenges: {
    columns:
      'id purpose channel subject user_id secret_hash data tries expires_at used_at voided_at created_at',
    cleanedBy: 'loose_ends.ts: deleted by account, address and number',
    exported: {
      about: 'Codes and links that were sent, without what they were',
      by: 'user_id',
      columns: 'id purpose tries expires_at used_at voided_at created_at',
    },
  },
  usage_counters: {
    columns: 'subject kind window_no used expires_at',
    cleanedBy: 'loose_ends.ts: deleted by account, address and number',
    exported: {
      about: 'How often something scarce was used',
      by: 'subject',
      columns: 'kind window_no used expires_at',
    },
  },
  idempotency_keys: {
    columns: `id scope idem_key request_hash state lease_token lease_until status_code body expires_at
      created_at`,
    cleanedBy: 'loose_ends.ts: the answers stored for the account (encrypted) are deleted',
  },
  webhook_events: {
    columns: `id gateway event_id type object_id payment_id occurred_at raw state attempts last_error
      handled_at give_up_at created_at`,
    cleanedBy: 'loose_ends.ts: the message itself goes; that it came, and what of, stays',
  },
  outbox: {
    columns: `id name queue payload dedupe_key state available_at attempts lease_token lease_until
      queued_at done_at dead_at last_error request_id created_at`,
    cleanedBy: 'sweep_traces.ts: payloads have ids, and now and then a sentence, which is masked',
  },
}

/** Copies that the database keeps itself: they follow the table that is named. */
export const copies: Record<string, string> = {
  partner_texts: 'partners',
  partner_words: 'partners',
  listing_texts: 'listings',
  listing_words: 'listings',
}

/** Nothing in them is about anybody. */
export const impersonal: Record<string, string> = {
  adonis_schema: 'id name batch migration_time',
  adonis_schema_versions: 'version',
  sqlite_sequence: 'name seq',
  reference_versions: 'name version',
  schedule_runs: `task period_key due_at state attempts cursor last_error started_at finished_at
    created_at`,
  schedule_leases: 'task lease_token lease_until',
  regions: 'id name currency tax_bps is_active created_at updated_at',
  region_countries: 'country region_id',
  region_restrictions: 'region_id kind target_id',
  locations: `id city city_key state country latitude longitude population is_active created_at
    updated_at`,
  /* digests alone: what was erased from a line cannot be guessed back without its nonce */
  audit_seals: `id first_id last_id entries digests hash previous_hash signature key_id sealed_at`,
  used_id_tokens: 'token_hash expires_at',
  categories: 'id parent_id name slug description position is_active created_at updated_at',
  matching_queues: 'category_id turns',
  invoice_counters: 'year last',
  integrity_findings: 'invariant differences examples found_at',
  ledger_transactions: `id kind ref_type ref_id currency status reverses_id actor_id created_at`,
  /* the sandbox's own memory: outside of our books, as a gateway's is */
  sandbox_objects: `id kind idempotency_key parent_id our_id amount refunded_amount currency status
    failure created_at updated_at`,
}
