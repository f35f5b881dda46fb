import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ListPayments from '#payments/queries/list_payments'
import { findPayment } from '#payments/queries/payment_rows'
import StaffPaymentTransformer from '#payments/transformers/staff_payment_transformer'
import { listStaffPaymentsValidator } from '#payments/validators/payment'

/** All payments, for staff. */
@inject()
export default class PaymentsController {
  constructor(private listPayments: ListPayments) {}

  /** Payments of everybody, newest first. */
  async index({ request, serializePage }: HttpContext) {
    const { limit, cursor, count, ...filters } = await request.validateUsing(
      listStaffPaymentsValidator
    )
    const page = await this.listPayments.all({ limit, cursor, count }, filters)
    return serializePage(StaffPaymentTransformer.transform(page.rows), page.meta)
  }

  /** One payment, whosever it is. */
  async show({ params, serialize }: HttpContext) {
    return serialize(StaffPaymentTransformer.transform(await findPayment(params.paymentId)))
  }
}
