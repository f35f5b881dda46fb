/*
 * Partners with money, and what must hold of the books at every instant.
 */
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { newId } from '#core/support/ids'
import { partnerBalances, type PartnerBalance } from '#ledger/services/partner_money'
import { post } from '#ledger/services/post'
import { sealPayoutDetails } from '#partners/services/payout_details'
import type { TestActor } from '#tests/helpers/actors'
import { sharedCorner, makePartner, type TestPartner } from '#tests/helpers/marketplace'

export const ACCOUNT_NUMBER = 'DE89370400440532013000'

/** An approved partner with a bank account and this much to withdraw. */
export async function richPartner(
  amount: number,
  currency = 'EUR',
  account?: TestActor
): Promise<TestPartner> {
  const payoutDetails = sealPayoutDetails({
    accountHolder: 'Ada Lovelace',
    accountNumber: ACCOUNT_NUMBER,
    bankName: 'Bank',
    country: 'DE',
  })
  const partner = await makePartner(
    await sharedCorner(),
    { payout_details: payoutDetails },
    account
  )
  if (amount) await giveAvailable(partner.partnerId, amount, currency)
  return partner
}

/** Money from outside that a partner may withdraw. */
export async function giveAvailable(partnerId: string, amount: number, currency = 'EUR') {
  await write((trx) =>
    post(trx, {
      kind: 'test_gift',
      refType: 'test',
      refId: newId('payment'),
      currency,
      entries: [
        { account: 'gateway', ownerId: 'sandbox', amount: -amount },
        { account: 'partner_available', ownerId: partnerId, amount },
      ],
    })
  )
}

/** What a partner has in one currency. */
export async function balanceOf(partnerId: string, currency = 'EUR'): Promise<PartnerBalance> {
  const balances = await partnerBalances(db.connection(), partnerId)
  const none = { pending: 0, available: 0, held: 0, inFlight: 0, debt: 0 }
  return balances.find((one) => one.currency === currency) ?? { currency, ...none }
}

/** What is wrong with the books, in words; nothing when they are in order. */
export async function wrongBooks(): Promise<string[]> {
  const totals = await db
    .from('ledger_accounts')
    .groupBy('currency')
    .select('currency')
    .sum('balance as total')
  const accounts = await db
    .from('ledger_accounts')
    .leftJoin('ledger_entries', 'ledger_entries.account_id', 'ledger_accounts.id')
    .groupBy('ledger_accounts.id')
    .select('ledger_accounts.id', 'kind', 'owner_id', 'balance', 'floor', 'ceiling')
    .sum('amount as entries')
  const open = await db.from('ledger_transactions').where('status', 'open')
  const lopsided = await db
    .from('ledger_entries')
    .groupBy('transaction_id')
    .havingRaw('SUM(amount) <> 0')
    .select('transaction_id')
    .sum('amount as total')
  const broken = accounts.filter(
    ({ balance, floor, ceiling, entries }) =>
      Number(balance) !== Number(entries ?? 0) ||
      (floor !== null && Number(balance) < Number(floor)) ||
      (ceiling !== null && Number(balance) > Number(ceiling))
  )
  return [
    ...totals
      .filter(({ total }) => Number(total) !== 0)
      .map(({ currency, total }) => `all accounts of ${currency} add up to ${total}`),
    ...broken.map(
      (one) => `${one.kind} of ${one.owner_id}: ${one.balance}, entries ${one.entries}`
    ),
    ...open.map(({ id }) => `transaction ${id} is open`),
    ...lopsided.map((one) => `transaction ${one.transaction_id} adds up to ${one.total}`),
  ]
}
