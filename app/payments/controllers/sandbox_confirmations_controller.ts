import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ConfirmSandboxPayment from '#payments/actions/confirm_sandbox_payment'
import PaymentTransformer from '#payments/transformers/payment_transformer'
import { confirmSandboxPaymentValidator } from '#payments/validators/payment'

/** What stands for the card form of the sandbox gateway. */
@inject()
export default class SandboxConfirmationsController {
  constructor(private confirmPayment: ConfirmSandboxPayment) {}

  /** Let a sandbox payment succeed, fail, succeed without a web hook (drop), or take long (hang). */
  async store({ actor, params, request, response, serialize }: HttpContext) {
    const { outcome = 'succeed' } = await request.validateUsing(confirmSandboxPaymentValidator)
    const payment = await this.confirmPayment.execute({
      actor: actor!,
      paymentId: params.paymentId,
      outcome,
    })
    response.status(202)
    return serialize(PaymentTransformer.transform(payment))
  }
}
