import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { sendFile } from '#core/files/send'
import GetInvoiceFile from '#orders/queries/get_invoice_file'

/** Invoices of paid orders. */
@inject()
export default class OrderInvoicesController {
  constructor(private getInvoiceFile: GetInvoiceFile) {}

  /** The invoice as a PDF. */
  async show(ctx: HttpContext) {
    return sendFile(ctx, await this.getInvoiceFile.execute(ctx.actor!, ctx.params.orderId))
  }
}
