/*
 * The one way into the books. A posting is written in the transaction of the fact that it books, and
 * its entries add up to zero; corrections are postings of their own, never edits.
 */
import { insertedId, insertedOnce } from '#core/database/conditional'
import { changesOf, insertRows, marksFor, rowsOf } from '#core/database/statements'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { ACCOUNTS, type AccountKind } from '#ledger/accounts'
import { InsufficientFunds } from '#ledger/errors'

export interface Entry {
  account: AccountKind
  /** a partner's id or a gateway's name; '' (or nothing) for the platform */
  ownerId?: string
  /** minor units; positive: the owner holds more */
  amount: number
}

export interface Posting {
  /** what happened: payment_captured, part_settled, refund_requested, ... */
  kind: string
  refType: string
  /** what it happened to: a fact (kind, refType, refId) is booked once */
  refId: string
  currency: string
  actorId?: string | null
  /** entries of nothing are left out, several of one account added up */
  entries: Entry[]
}

interface AccountRow {
  id: number
  kind: AccountKind
  owner_id: string
}

/**
 * Books a fact.
 *
 * @returns false when it was booked before
 * @throws InsufficientFunds when an account would break its floor or ceiling
 * @throws Error when the entries do not add up to zero: a bug, nothing is written
 */
export async function post(trx: Transaction, posting: Posting): Promise<boolean> {
  const { kind, refType, refId, currency } = posting
  const moves = addedUp(posting)
  const now = clock.now()
  const id = await insertedId(trx, 'ledger_transactions', {
    kind,
    ref_type: refType,
    ref_id: refId,
    currency,
    status: 'open',
    actor_id: posting.actorId ?? null,
    created_at: now,
  })
  if (id === null) return false

  const accounts = await accountsOf(trx, currency, moves)
  for (const account of accounts) await move(trx, account, moves.get(keyOf(account))!)
  await writeEntries(trx, id, accounts, moves, now)
  await changesOf(trx, `UPDATE ledger_transactions SET status = 'posted' WHERE id = ?`, id)
  return true
}

/** Amounts by account; throws unless they add up to zero. */
function addedUp({ kind, refId, entries }: Posting): Map<string, number> {
  const moves = new Map<string, number>()
  for (const { account, ownerId = '', amount } of entries) {
    if (!Number.isSafeInteger(amount)) throw new Error(`${kind} ${refId}: ${amount} is no amount`)
    const key = keyOf({ kind: account, owner_id: ownerId })
    moves.set(key, (moves.get(key) ?? 0) + amount)
  }
  for (const [key, amount] of moves) if (amount === 0) moves.delete(key)
  const total = [...moves.values()].reduce((sum, amount) => sum + amount, 0)
  if (total !== 0 || moves.size < 2) throw new Error(`${kind} ${refId} does not balance: ${total}`)
  return moves
}

function keyOf({ kind, owner_id: ownerId }: { kind: AccountKind; owner_id: string }): string {
  return `${kind}:${ownerId}`
}

/** The accounts by id ascending, opened where they do not exist: everybody locks in this order. */
async function accountsOf(
  trx: Transaction,
  currency: string,
  moves: Map<string, number>
): Promise<AccountRow[]> {
  const wanted = [...moves.keys()].map((key) => {
    const colon = key.indexOf(':')
    return { kind: key.slice(0, colon) as AccountKind, owner_id: key.slice(colon + 1) }
  })
  const found = await findAccounts(trx, currency, wanted)
  const known = new Set(found.map(keyOf))
  const missing = wanted.filter((account) => !known.has(keyOf(account)))
  if (missing.length === 0) return found
  for (const account of missing) await openAccount(trx, currency, account)
  return findAccounts(trx, currency, wanted)
}

/** Accounts of one currency, by id ascending. */
export async function findAccounts(
  trx: Transaction,
  currency: string,
  wanted: { kind: AccountKind; owner_id: string }[]
): Promise<AccountRow[]> {
  // SQLite compares rows with a VALUES list, MySQL with a plain one
  const list = trx.dialect.name === 'mysql' ? '' : 'VALUES '
  const marks = wanted.map(() => '(?, ?, ?)').join(', ')
  const values = wanted.flatMap(({ kind, owner_id: ownerId }) => [kind, ownerId, currency])
  const rows = await rowsOf<AccountRow>(
    trx,
    `SELECT id, kind, owner_id FROM ledger_accounts
       WHERE (kind, owner_id, currency) IN (${list}${marks}) ORDER BY id`,
    ...values
  )
  return rows.map((row) => ({ ...row, id: Number(row.id) }))
}

export async function openAccount(
  trx: Transaction,
  currency: string,
  account: { kind: AccountKind; owner_id: string }
) {
  const { floor, ceiling } = ACCOUNTS[account.kind]
  await insertedOnce(trx, 'ledger_accounts', {
    ...account,
    currency,
    balance: 0,
    floor,
    ceiling,
    version: 0,
    created_at: clock.now(),
  })
}

async function move(trx: Transaction, account: AccountRow, amount: number) {
  const moved = await changesOf(
    trx,
    `UPDATE ledger_accounts SET balance = balance + ?, version = version + 1
       WHERE id = ? AND (floor IS NULL OR balance + ? >= floor)
         AND (ceiling IS NULL OR balance + ? <= ceiling)`,
    amount,
    account.id,
    amount,
    amount
  )
  if (moved !== 1) throw new InsufficientFunds(account.kind)
}

async function writeEntries(
  trx: Transaction,
  transactionId: number,
  accounts: AccountRow[],
  moves: Map<string, number>,
  now: number
) {
  const ids = accounts.map(({ id }) => id)
  const sql = `SELECT id, balance FROM ledger_accounts WHERE id IN (${marksFor(ids)})`
  const balances = await rowsOf(trx, sql, ...ids)
  const balanceOf = new Map(balances.map((row) => [Number(row.id), Number(row.balance)]))
  const entries = accounts.map((account, seq) => ({
    transaction_id: transactionId,
    seq,
    account_id: account.id,
    amount: moves.get(keyOf(account))!,
    balance_after: balanceOf.get(account.id)!,
    created_at: now,
  }))
  await insertRows(trx, 'ledger_entries', entries)
}
