import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { mergedPage, type Page, type PageRequest } from '#core/support/page'
import type { AccountKind } from '#ledger/accounts'
import GetOwnPartner from '#partners/queries/get_own_partner'
import { assertPartner } from '#withdrawals/queries/assert_partner'
import { orderNumbersOf, type OrderReference } from '#withdrawals/queries/order_numbers'

export interface StatementFilters {
  currency?: string
  /** epoch ms, included */
  from?: number
  /** epoch ms, excluded */
  until?: number
}

type StatementRequest = PageRequest & StatementFilters

export interface EntryRow {
  id: number
  amount: number | string
  balance_after: number | string
  created_at: number | string
  account: AccountKind
  currency: string
  kind: string
  ref_type: string
  ref_id: string
}

export interface StatementEntry extends EntryRow {
  /** the order that the money is of, when it is of one */
  order: OrderReference | null
}

interface Account {
  id: number
  kind: AccountKind
}

/** Every movement of a partner's money, newest first. */
export default class ListStatement {
  /** @throws NotFound for everybody who is no partner */
  async own(actor: Actor, request: StatementRequest): Promise<Page<StatementEntry>> {
    const { id } = await new GetOwnPartner().execute(actor)
    return this.#page(id, request)
  }

  /** @throws NotFound */
  async of(partnerId: string, request: StatementRequest): Promise<Page<StatementEntry>> {
    await assertPartner(partnerId)
    return this.#page(partnerId, request)
  }

  async #page(
    partnerId: string,
    { currency, from, until, ...request }: StatementRequest
  ): Promise<Page<StatementEntry>> {
    const owned = db.from('ledger_accounts').where('owner_id', partnerId)
    if (currency) owned.where('currency', currency)
    const accounts: Account[] = await owned.select('id', 'kind')

    const queries = accounts.map((account) => entriesOf(account, { from, until }))
    const page = await mergedPage<EntryRow>(queries, request, [
      {
        column: 'ledger_entries.created_at',
        direction: 'desc',
        valueOf: (row) => Number(row.created_at),
      },
      { column: 'ledger_entries.id', direction: 'desc', valueOf: (row) => Number(row.id) },
    ])
    const orders = await orderNumbersOf(db, partnerId, page.rows)
    const rows = page.rows.map((row) => ({ ...row, order: orders.get(row.ref_id) ?? null }))
    return { rows, meta: page.meta }
  }
}

function entriesOf({ id, kind }: Account, { from, until }: StatementFilters) {
  const query = db
    .from('ledger_entries')
    .leftJoin('ledger_transactions', 'ledger_transactions.id', 'ledger_entries.transaction_id')
    .where('ledger_entries.account_id', id)
    .select(
      'ledger_entries.id',
      'ledger_entries.amount',
      'ledger_entries.balance_after',
      'ledger_entries.created_at',
      db.raw('? as account', [kind]),
      'ledger_transactions.currency',
      'ledger_transactions.kind',
      'ledger_transactions.ref_type',
      'ledger_transactions.ref_id'
    )
  if (from !== undefined) query.where('ledger_entries.created_at', '>=', from)
  if (until !== undefined) query.where('ledger_entries.created_at', '<', until)
  return query
}
