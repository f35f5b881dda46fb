import type { PersonRows } from '#privacy/queries/person_rows'
import { type REGISTRY } from '#privacy/registry'
import { SIDES } from '#privacy/services/registry_words'

/** What staff act upon, so that a line of the audit trail may be about it. */
const AUDITED = [
  'partners',
  'verifications',
  'listings',
  'variants',
  'coupons',
  'inquiries',
  'leads',
  'orders',
  'partner_orders',
  'reviews',
  'payments',
  'payment_links',
  'refunds',
  'refund_requests',
  'disputes',
  'withdrawals',
] as const satisfies (keyof typeof REGISTRY)[]

/** The ids of everything of a person's that lines of the audit trail may be about. */
export async function auditedIds(rows: PersonRows): Promise<string[]> {
  const ids: string[] = []
  for (const table of AUDITED)
    for (const side of SIDES) ids.push(...(await rows.idsOf(table, side)).map(String))
  return [...new Set(ids)]
}
