/*
 * Tables that know a person by an address, a number or a hash instead of by a column of their own.
 */
import { scopesOf } from '#core/idempotency/scopes'
import type { Transaction } from '#core/database/write'
import type { PersonRows } from '#privacy/queries/person_rows'

const BATCH = 500

interface Addresses {
  email: string | null
  phone: string | null
}

/** Deletes codes, counters and stored answers, and the gateways' messages about the payments. */
export async function forgetLooseEnds(
  trx: Transaction,
  rows: PersonRows,
  { email, phone }: Addresses
) {
  const subjects = [rows.userId, email, phone].filter((one) => one !== null)
  await trx.from('challenges').where('user_id', rows.userId).delete()
  await trx.from('challenges').whereIn('subject', subjects).delete()
  await trx.from('usage_counters').whereIn('subject', subjects).delete()
  const scopes = scopesOf(rows.userId)
  await inBatches(scopes, (some) => trx.from('idempotency_keys').whereIn('scope', some).delete())
  await inBatches(await gatewayIds(rows), (some) =>
    trx.from('webhook_events').whereIn('object_id', some).update({ raw: '{}', last_error: null })
  )
}

/** What the gateways call the payments, refunds, disputes and payouts of a person. */
export async function gatewayIds(rows: PersonRows): Promise<string[]> {
  return [
    ...(await rows.valuesOf('payments', 'client', 'gateway_payment_id')),
    ...(await rows.valuesOf('payment_links', 'client', 'gateway_link_id')),
    ...(await rows.valuesOf('refunds', 'client', 'gateway_refund_id')),
    ...(await rows.valuesOf('disputes', 'client', 'origin_id')),
    ...(await rows.valuesOf('withdrawals', 'partner', 'payout_reference')),
  ]
}

async function inBatches(values: string[], work: (some: string[]) => Promise<unknown>) {
  for (let from = 0; from < values.length; from += BATCH)
    await work(values.slice(from, from + BATCH))
}
