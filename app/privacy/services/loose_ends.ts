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

/**
 * Deletes codes, counters and stored answers, messages that belong to no account, and the gateways'
 * messages about the payments. A number that was never confirmed may be somebody else's: what is
 * known by it alone stays.
 *
 * @param erasedAt epoch ms; from then on an address is free, and codes and mails may be the next one's
 */
export async function forgetLooseEnds(
  trx: Transaction,
  rows: PersonRows,
  { email }: Pick<Addresses, 'email'>,
  erasedAt: number
) {
  const [phone = null] = await rows.valuesOf('users', 'self', 'proven_phone')
  const addresses = [email, phone].filter((one) => one !== null)
  const challenges = () => trx.from('challenges')
  await challenges().where('user_id', rows.userId).delete()
  await challenges().where('subject', rows.userId).delete()
  await challenges().whereIn('subject', addresses).where('created_at', '<=', erasedAt).delete()
  const counted = [rows.userId, ...addresses]
  await trx.from('usage_counters').whereIn('subject', counted).delete()
  await forgetMessages(trx, { email, phone }, erasedAt)
  const scopes = scopesOf(rows.userId)
  await inBatches(scopes, (some) => trx.from('idempotency_keys').whereIn('scope', some).delete())
  await inBatches(await gatewayIds(rows), (some) =>
    trx.from('webhook_events').whereIn('object_id', some).update({ raw: '{}', last_error: null })
  )
}

/** Those of registrations that led to no account; the account's own go with the other rows. */
async function forgetMessages(trx: Transaction, { email, phone }: Addresses, erasedAt: number) {
  const users = () => trx.from('users').select('id')
  for (const [table, where] of [
    ['email_logs', { to_address: email }],
    ['sms_logs', { to_number: phone }],
  ] as const) {
    if (Object.values(where).includes(null)) continue
    await trx
      .from(table)
      .where(where)
      .where('created_at', '<=', erasedAt)
      .where((orphans) => orphans.whereNull('user_id').orWhereNotIn('user_id', users()))
      .delete()
  }
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
