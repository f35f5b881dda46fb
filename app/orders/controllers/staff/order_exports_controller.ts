import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { csvStream } from '#core/support/csv'
import StreamOrders from '#orders/queries/stream_orders'
import { exportOrdersValidator } from '#orders/validators/order'

/** Orders for a spreadsheet. */
@inject()
export default class OrderExportsController {
  constructor(private streamOrders: StreamOrders) {}

  /** All orders that the filters leave, one a line, as CSV. */
  async show({ request, response }: HttpContext) {
    const filters = await request.validateUsing(exportOrdersValidator)
    response.header('Content-Type', 'text/csv; charset=utf-8')
    response.header('Content-Disposition', 'attachment; filename="orders.csv"')
    response.header('Cache-Control', 'private, no-store')
    const { header } = this.streamOrders
    return response.stream(csvStream(header, this.streamOrders.execute(filters)))
  }
}
