/*
 * An invoice keeps its number, its date and its sums; the paper is written anew from the order, which
 * names nobody any more (docs/adr/0016-erasure.md).
 */
import { write, type Transaction } from '#core/database/write'
import { removeFiles } from '#core/files/store'
import { outbox } from '#core/outbox/outbox'
import type { PersonRows } from '#privacy/queries/person_rows'

const BATCH = 100

/** The client's own invoices, whose files go with the account. */
export async function renderInvoicesAnew(trx: Transaction, rows: PersonRows) {
  for (const query of await rows.queries('invoices', 'client'))
    for (const { order_id: orderId } of await query().whereNotNull('file_id').select('order_id'))
      await outbox.dispatch(trx, 'orders.render_invoice', { orderId })
}

/** The invoices of an erased partner's clients, written before `erasedAt` (epoch ms): they name the shop. */
export async function renderSoldAnew(rows: PersonRows, erasedAt: number) {
  const orderIds = [...new Set(await rows.valuesOf('partner_orders', 'partner', 'order_id'))]
  for (let from = 0; from < orderIds.length; from += BATCH)
    await write(async (trx) => {
      const invoices = await trx
        .from('invoices')
        .whereIn('order_id', orderIds.slice(from, from + BATCH))
        .whereNotNull('file_id')
        .where('rendered_at', '<=', erasedAt)
        .select('order_id', 'file_id')
      for (const invoice of invoices) {
        const blank = { file_id: null, rendered_at: null }
        await trx.from('invoices').where('order_id', invoice.order_id).update(blank)
        await outbox.dispatch(trx, 'orders.render_invoice', { orderId: invoice.order_id })
      }
      await removeFiles(
        trx,
        invoices.map((invoice) => invoice.file_id)
      )
    })
}
