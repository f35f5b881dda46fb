/*
 * Our books against the gateway's: what one of them knows and the other does not.
 */
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import type { Gateway, GatewayPayment } from '#payments/gateways/gateway'
import type { PaymentRow } from '#payments/queries/payment_rows'
import { pendingName } from '#payments/queries/payment_rows'
import { applyGatewayPayment } from '#payments/services/apply_payment'

export type DifferenceKind = 'missing_here' | 'missing_there' | 'wrong_amount' | 'wrong_status'

export interface Difference {
  kind: DifferenceKind
  gateway: string
  paymentId: string | null
  orderId: string | null
  gatewayPaymentId: string
  here: { status: string; amount: number; currency: string } | null
  there: { status: string; amount: number; currency: string } | null
  /** what was lost on the way is booked now */
  isHealed: boolean
}

/** Compares one batch of what the gateway has captured with ours; books what was lost. */
export async function compareTheirs(driver: Gateway, batch: GatewayPayment[]) {
  const ours = await oursOf(driver.name, batch)
  const differences: Difference[] = []
  for (const there of batch) {
    const here = ours.get(there.id) ?? ours.get(pendingName(there.paymentId ?? ''))
    const found = await differenceOf(driver, here, there)
    if (found) differences.push(found)
  }
  return differences
}

async function oursOf(gateway: string, batch: GatewayPayment[]): Promise<Map<string, PaymentRow>> {
  const names = batch.flatMap(({ id, paymentId }) =>
    paymentId ? [id, pendingName(paymentId)] : [id]
  )
  const rows: PaymentRow[] = await db
    .from('payments')
    .where('gateway', gateway)
    .whereIn('gateway_payment_id', names)
  return new Map(rows.map((row) => [row.gateway_payment_id, row]))
}

async function differenceOf(
  driver: Gateway,
  here: PaymentRow | undefined,
  there: GatewayPayment
): Promise<Difference | null> {
  if (!here) return difference('missing_here', driver.name, null, there)
  const isSame =
    Number(here.amount) === there.amount &&
    here.currency === there.currency &&
    there.capturedAmount === there.amount
  if (!isSame) {
    await write((trx) => applyGatewayPayment(trx, driver.name, there)) // flags it
    return difference('wrong_amount', driver.name, here, there)
  }
  if (here.status === 'captured') return null
  const applied = await write((trx) => applyGatewayPayment(trx, driver.name, there))
  return {
    ...difference('wrong_status', driver.name, here, there),
    isHealed: applied === 'changed',
  }
}

/** Ours that the gateway's list lacks: it is asked for each, for lists and clocks may be off. */
export async function compareOurs(driver: Gateway, here: PaymentRow): Promise<Difference | null> {
  const there = await driver.getPayment(here.gateway_payment_id)
  if (!there) return difference('missing_there', driver.name, here, null)
  if (there.status !== 'captured') return difference('wrong_status', driver.name, here, there)
  return differenceOf(driver, here, there)
}

function difference(
  kind: DifferenceKind,
  gateway: string,
  here: PaymentRow | null,
  there: GatewayPayment | null
): Difference {
  return {
    kind,
    gateway,
    paymentId: here?.id ?? null,
    orderId: here?.order_id ?? null,
    gatewayPaymentId: there?.id ?? here!.gateway_payment_id,
    here: here && { status: here.status, amount: Number(here.amount), currency: here.currency },
    there: there && {
      status: there.status,
      amount: there.capturedAmount,
      currency: there.currency,
    },
    isHealed: false,
  }
}
