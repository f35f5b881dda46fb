/*
 * A partner's money in the books: on hold (pending), to be withdrawn (available), owed (debt).
 */
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { findAccounts, openAccount, type Entry } from '#ledger/services/post'

export interface PartnerBalance {
  currency: string
  /** minor units, all of them */
  pending: number
  available: number
  held: number
  inFlight: number
  /** what the partner owes: 0 or more */
  debt: number
}

/** What a partner has, by currency. One query. */
export async function partnerBalances(
  client: Pick<QueryClientContract, 'from'>,
  partnerId: string
): Promise<PartnerBalance[]> {
  const rows = await client
    .from('ledger_accounts')
    .where('owner_id', partnerId)
    .orderBy('currency')
    .select('kind', 'currency', 'balance')
  const byCurrency = new Map<string, Record<string, number>>()
  for (const { kind, currency, balance } of rows) {
    const balances = byCurrency.get(currency) ?? {}
    byCurrency.set(currency, { ...balances, [kind]: Number(balance) })
  }
  return [...byCurrency].map(([currency, balances]) => ({
    currency,
    pending: balances.partner_pending ?? 0,
    available: balances.partner_available ?? 0,
    held: balances.withdrawal_hold ?? 0,
    inFlight: balances.payout_in_flight ?? 0,
    debt: 0 - (balances.partner_debt ?? 0),
  }))
}

/** Entries that give a partner money to withdraw: a debt is repaid first. Locks the accounts. */
export async function creditSettled(
  trx: Transaction,
  partnerId: string,
  currency: string,
  amount: number
): Promise<Entry[]> {
  const { debt } = await lockSettled(trx, partnerId, currency)
  const repaid = Math.min(debt, amount)
  return [
    { account: 'partner_debt', ownerId: partnerId, amount: repaid },
    { account: 'partner_available', ownerId: partnerId, amount: amount - repaid },
  ]
}

/** Entries that take settled money back: what is not there any more becomes debt. Locks as above. */
export async function debitSettled(
  trx: Transaction,
  partnerId: string,
  currency: string,
  amount: number
): Promise<Entry[]> {
  const { available } = await lockSettled(trx, partnerId, currency)
  const taken = Math.min(available, amount)
  return [
    { account: 'partner_available', ownerId: partnerId, amount: 0 - taken },
    { account: 'partner_debt', ownerId: partnerId, amount: taken - amount },
  ]
}

/** Nobody else moves this partner's settled money until the transaction ends. */
async function lockSettled(trx: Transaction, partnerId: string, currency: string) {
  const wanted = (['partner_available', 'partner_debt'] as const).map((kind) => ({
    kind,
    owner_id: partnerId,
  }))
  let accounts = await findAccounts(trx, currency, wanted)
  if (accounts.length < wanted.length) {
    for (const account of wanted) await openAccount(trx, currency, account)
    accounts = await findAccounts(trx, currency, wanted)
  }
  const balances: Record<string, number> = {}
  for (const { id, kind } of accounts) {
    await changedOne(trx.from('ledger_accounts').where({ id }), { version: trx.raw('version + 1') })
    const row = await trx.from('ledger_accounts').where({ id }).select('balance').firstOrFail()
    balances[kind] = Number(row.balance)
  }
  return { available: balances.partner_available, debt: 0 - balances.partner_debt }
}
