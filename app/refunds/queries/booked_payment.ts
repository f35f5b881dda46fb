import type { Reader } from '#refunds/queries/refund_rows'

export interface BookedPayment {
  id: string
  gateway: string
  gateway_payment_id: string
  order_id: string | null
  captured_amount: number | string
  refunded_amount: number | string
  disputed_amount: number | string
  currency: string
  /** how its money came into the books */
  kind: 'payment_captured' | 'link_captured' | 'payment_unfulfillable'
}

const KINDS = ['payment_captured', 'link_captured', 'payment_unfulfillable']

function bookedPayments(reader: Reader) {
  return reader
    .from('payments')
    .join('ledger_transactions', 'ledger_transactions.ref_id', 'payments.id')
    .where('ledger_transactions.ref_type', 'payment')
    .whereIn('ledger_transactions.kind', KINDS)
    .select('payments.*', 'ledger_transactions.kind')
}

/** The payment that paid an order; null while it is unpaid (or was free). */
export async function paymentOfOrder(
  reader: Reader,
  orderId: string
): Promise<BookedPayment | null> {
  return bookedPayments(reader)
    .where('payments.order_id', orderId)
    .where('ledger_transactions.kind', 'payment_captured')
    .first()
}

/** A payment that came too late for an order (or twice), whose money has not gone back. */
export async function latePaymentOf(
  reader: Reader,
  orderId: string
): Promise<BookedPayment | null> {
  return bookedPayments(reader)
    .where('payments.order_id', orderId)
    .where('ledger_transactions.kind', 'payment_unfulfillable')
    .whereColumn('payments.captured_amount', '>', 'payments.refunded_amount')
    .where('payments.disputed_amount', 0)
    .first()
}

/** A payment by our id, when its money is in the books. */
export async function bookedPayment(reader: Reader, id: string): Promise<BookedPayment | null> {
  return bookedPayments(reader).where('payments.id', id).first()
}

/** A payment by the gateway's id, when its money is in the books. */
export async function paymentAtGateway(
  reader: Reader,
  gateway: string,
  gatewayPaymentId: string
): Promise<BookedPayment | null> {
  return bookedPayments(reader)
    .where({ 'payments.gateway': gateway, 'payments.gateway_payment_id': gatewayPaymentId })
    .first()
}

/** What neither refunds nor charge-backs have taken of a payment, in minor units. */
export function leftOfPayment({
  captured_amount: captured,
  refunded_amount: refunded,
  disputed_amount: disputed,
}: Pick<BookedPayment, 'captured_amount' | 'refunded_amount' | 'disputed_amount'>): number {
  return Number(captured) - Number(refunded) - Number(disputed)
}
