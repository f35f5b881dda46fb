import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import NoteOrder from '#orders/actions/note_order'
import GetOrder from '#orders/queries/get_order'
import OrderTransformer from '#orders/transformers/order_transformer'
import { noteOrderValidator } from '#orders/validators/order'

/** What staff write down about an order, for each other. */
@inject()
export default class OrderNotesController {
  constructor(
    private noteOrder: NoteOrder,
    private getOrder: GetOrder
  ) {}

  /** Add a note to an order; its client and partners never see it. */
  async store({ actor, params, request, response, serialize }: HttpContext) {
    const { body } = await request.validateUsing(noteOrderValidator)
    const orderId: string = params.orderId
    await this.noteOrder.execute({ actor: actor!, orderId, body })
    response.status(201)
    const order = await this.getOrder.visibleTo(actor!, orderId)
    return serialize(OrderTransformer.transform(order))
  }
}
