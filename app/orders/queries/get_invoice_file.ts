import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import StoredFile from '#core/files/stored_file'
import { InvoiceNotReady, OrderNotPaid } from '#orders/errors'
import GetOrder from '#orders/queries/get_order'

/** The invoice of an order, for its client and for staff. */
export default class GetInvoiceFile {
  constructor(private getOrder = new GetOrder()) {}

  /**
   * @throws NotFound when it is somebody else's
   * @throws OrderNotPaid, InvoiceNotReady (409)
   */
  async execute(actor: Actor, orderId: string): Promise<StoredFile> {
    const { order } = await this.getOrder.visibleTo(actor, orderId)
    const invoice = await db.from('invoices').where('order_id', order.id).first()
    if (!invoice) throw new OrderNotPaid(order.status)
    if (!invoice.file_id) throw new InvoiceNotReady()
    return StoredFile.findOrFail(invoice.file_id)
  }
}
