import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ReconcilePayments from '#payments/actions/reconcile_payments'
import ReconciliationTransformer from '#payments/transformers/reconciliation_transformer'
import { reconcileValidator } from '#payments/validators/payment'

/** Our books against the gateways'. */
@inject()
export default class ReconciliationsController {
  constructor(private reconcilePayments: ReconcilePayments) {}

  /** Compare the captured payments of a time with the gateways', and book what was lost. */
  async store({ actor, request, serialize }: HttpContext) {
    const payload = await request.validateUsing(reconcileValidator)
    const result = await this.reconcilePayments.execute({ actor: actor!, ...payload })
    return serialize(ReconciliationTransformer.transform(result))
  }
}
