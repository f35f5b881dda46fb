import db from '@adonisjs/lucid/services/db'
import type { Cell } from '#core/support/csv'
import { toIso } from '#core/support/clock'
import { decimalOf, money } from '#core/support/money'
import { keysetPage } from '#core/support/page'
import type { OrderRow } from '#orders/queries/order_parts'
import {
  orderRows,
  withParts,
  type ListedOrder,
  type OrderFilters,
} from '#orders/queries/list_orders'

const BATCH = 500

interface Client {
  name: string
  email: string | null
}

/** One column of the export: its name, and what stands in it. */
const COLUMNS: [string, (listed: ListedOrder, client?: Client) => Cell][] = [
  ['id', ({ order }) => order.id],
  ['number', ({ order }) => order.number],
  ['status', ({ order }) => order.status],
  ['source', ({ order }) => order.source],
  ['client_id', ({ order }) => order.client_id],
  ['client_name', (_, client) => client?.name ?? null],
  ['client_email', (_, client) => client?.email ?? null],
  ['partners', ({ parts }) => parts.map((part) => part.partner_name).join('; ')],
  ['currency', ({ order }) => order.currency],
  ['goods', amount('goods_amount')],
  ['discount', amount('discount_amount')],
  ['shipping', amount('shipping_amount')],
  ['tax', amount('tax_amount')],
  ['total', amount('total_amount')],
  ['refunded', amount('refunded_amount')],
  ['invoice_number', ({ order }) => order.invoice_number],
  ['created_at', ({ order }) => toIso(order.created_at)],
  ['paid_at', ({ order }) => toIso(order.paid_at)],
]

type AmountColumn = Extract<keyof OrderRow, `${string}_amount`>

/** Money as a decimal number of the currency beside it. */
function amount(column: AmountColumn) {
  return ({ order }: ListedOrder) => decimalOf(money(order[column], order.currency))
}

/** Orders as rows of a table, batch by batch, newest first; three queries for each batch. */
export default class StreamOrders {
  readonly header = COLUMNS.map(([name]) => name)

  async *execute(filters: OrderFilters): AsyncGenerator<Cell[][]> {
    let cursor: string | undefined
    do {
      const { query, keys } = orderRows(filters)
      const page = await keysetPage<OrderRow>(query, { limit: BATCH, cursor }, keys)
      const clients = await clientsOf(page.rows)
      const listed = await withParts(page.rows)
      yield listed.map((one) =>
        COLUMNS.map(([, valueOf]) => valueOf(one, clients.get(one.order.client_id)))
      )
      cursor = page.meta.nextCursor ?? undefined
    } while (cursor)
  }
}

async function clientsOf(orders: OrderRow[]): Promise<Map<string, Client>> {
  const ids = [...new Set(orders.map((order) => order.client_id))]
  const rows = await db.from('users').whereIn('id', ids).select('id', 'name', 'email')
  return new Map(rows.map((row) => [row.id, row]))
}
