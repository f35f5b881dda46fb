import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListPayments from '#payments/queries/list_payments'
import PaymentTransformer from '#payments/transformers/payment_transformer'
import { listPaymentsValidator } from '#payments/validators/payment'

/** A client's own payments. */
@inject()
export default class PaymentsController {
  constructor(private listPayments: ListPayments) {}

  /** Own payments, newest first. */
  async index({ actor, request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listPaymentsValidator)
    const page = await this.listPayments.own(actor!, filters)
    return serializePage(PaymentTransformer.transform(page.rows), page.meta)
  }
}
