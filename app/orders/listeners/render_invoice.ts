import db from '@adonisjs/lucid/services/db'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { keepFile, storePdf } from '#core/files/store'
import { Job } from '#core/outbox/job'
import { clock } from '#core/support/clock'
import GetOrder from '#orders/queries/get_order'
import { renderInvoice } from '#orders/services/render_invoice'

/** Writes the invoice of an order that was paid: the file first, then the row that points at it. */
export default class RenderInvoice extends Job<{ orderId: string }> {
  async handle({ orderId }: { orderId: string }) {
    const invoice = await db.from('invoices').where('order_id', orderId).firstOrFail()
    if (invoice.file_id) return
    const found = await new GetOrder().byId(orderId)
    const client = await db.from('users').where('id', found.order.client_id).firstOrFail()
    const bytes = await renderInvoice({
      ...found,
      number: invoice.number,
      issuedAt: Number(invoice.issued_at),
      client: { name: client.name, email: client.email },
    })
    const belonging = { ownerId: client.id, purpose: 'invoice' as const }
    const staged = await storePdf(bytes, `${invoice.number}.pdf`, belonging)
    await write(async (trx) => {
      const open = trx.from('invoices').where('order_id', orderId).whereNull('file_id')
      const { id: fileId } = await keepFile(trx, staged)
      if (!(await changedOne(open, { file_id: fileId, rendered_at: clock.now() })))
        await trx.from('files').where('id', fileId).delete() // a twin of this job was faster
    })
  }
}
