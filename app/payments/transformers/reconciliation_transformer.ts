import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type { Reconciliation } from '#payments/actions/reconcile_payments'
import type { Difference } from '#payments/services/reconcile'
import { money } from '#core/support/money'

/** What a comparison with the gateways brought to light. */
export default class ReconciliationTransformer extends BaseTransformer<Reconciliation> {
  toObject() {
    const { gateways, from, to, checked, found, healed, differences } = this.resource
    return {
      gateways,
      from: toIso(from),
      to: toIso(to),
      checked,
      found,
      healed,
      differences: differences.map(differenceForStaff),
    }
  }
}

function differenceForStaff(difference: Difference) {
  return {
    kind: difference.kind,
    gateway: difference.gateway,
    paymentId: difference.paymentId,
    orderId: difference.orderId,
    gatewayPaymentId: difference.gatewayPaymentId,
    here: sideOf(difference.here),
    there: sideOf(difference.there),
    isHealed: difference.isHealed,
  }
}

function sideOf(side: Difference['here']) {
  return side && { status: side.status, amount: money(side.amount, side.currency) }
}
