import { recordAudit } from '#audit/record'
import { releaseBeyond, restockReturned } from '#catalogue/services/stock'
import { isStaffRole, type Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { InvalidField, NotFound } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { newId } from '#core/support/ids'
import { post } from '#ledger/services/post'
import { linesOf, partsOf, type PartRow } from '#orders/queries/order_parts'
import { cancelPart, giveCouponBack } from '#orders/services/cancel_part'
import { CANCELLABLE, deriveOrderStatus, lockOrder } from '#orders/services/states'
import type { GatewayName } from '#payments/gateways/gateway'
import { canTake } from '#payments/gateways/vendor_amounts'
import ReturnLatePayment from '#refunds/actions/return_late_payment'
import { NothingToRefund } from '#refunds/errors'
import RefundRequested from '#refunds/events/refund_requested'
import { latePaymentOf, paymentOfOrder, type BookedPayment } from '#refunds/queries/booked_payment'
import { claimPayment, countRefund } from '#refunds/services/counters'
import { assertCurrency } from '#refunds/services/currency'
import { insertRefund, sendLater } from '#refunds/services/new_refund'
import { leftOf, shareRows, takeEntries } from '#refunds/services/shares'
import type { Left } from '#refunds/services/split'
import {
  planAgain,
  planRefund,
  type Plan,
  type RefundedLine,
  type Taken,
  type Wanted,
} from '#refunds/services/wanted'

export interface RefundInput extends Wanted {
  orderId: string
  /** of this part alone */
  partId?: string
  reason: string
  /** null: the system itself */
  actor: Actor | null
  /** what makes one refund only: 'cancel:<part>'; absent: each call makes one */
  causeKey?: string
  /** with `lines`: the goods came back and go on the shelf again */
  restock?: boolean
  /** what a failed refund had taken: the new one, of this id, takes the same */
  again?: Taken & { id: string }
  /** a refund that the gateway has made by itself already */
  made?: { gatewayRefundId: string }
}

/**
 * Money of an order goes back: the partners' and the platform's shares are taken in the books, the
 * counters move, unshipped goods are free again, and a job asks the gateway. One transaction; the
 * order's lock lets one refund after the other see what is left.
 */
export default class RequestRefund {
  /**
   * @returns the refund's id; of the earlier one when the cause had one
   * @throws NotFound
   * @throws NothingToRefund when it was never paid, or all went back
   * @throws InvalidField, RefundTooLarge
   * @throws ReturnTooLarge when more comes back than has shipped and is still away
   */
  async execute(input: RefundInput): Promise<string> {
    return write(async (trx) => {
      const { orderId, partId, causeKey } = input
      await lockOrder(trx, orderId)
      const earlier = causeKey && (await trx.from('refunds').where('cause_key', causeKey).first())
      if (earlier) return earlier.id as string
      const parts = await partsToRefund(trx, orderId, partId)
      const payment = await paymentOfOrder(trx, orderId)
      const plan = payment && (await planOf(trx, input, await leftOf(trx, parts)))
      if (!plan || plan.amount === 0) return refundLatePayment(trx, input)
      assertCurrency(input.currency, payment.currency, 'order')
      assertSendable(input, payment, plan.amount)

      const id = await writeRefund(trx, input, payment, plan)
      await claimPayment(trx, payment.id, 'refunded_amount', plan.amount)
      await countRefund(trx, orderId, plan.shares, plan.lines, 1)
      const ending = await wholeParts(trx, parts, input)
      await giveCouponBack(trx, orderId, ending)
      await freeStock(trx, orderId, plan.lines)
      if (input.restock) await restockNamed(trx, input, plan.lines)
      await post(trx, {
        kind: 'refund_requested',
        refType: 'refund',
        refId: id,
        currency: payment.currency,
        actorId: input.actor?.id,
        entries: [
          ...(await takeEntries(trx, payment.currency, parts, plan.shares)),
          { account: 'refund_in_flight', amount: plan.amount },
        ],
      })
      await endParts(trx, ending, input)
      await audit(trx, id, input, plan.amount)
      await outbox.record(trx, new RefundRequested(id))
      await sendLater(trx, { id, made: input.made })
      return id
    })
  }
}

function planOf(trx: Transaction, input: RefundInput, lefts: Left[]): Promise<Plan> {
  const { orderId, again } = input
  return again ? planAgain(trx, orderId, lefts, again) : planRefund(trx, orderId, lefts, input)
}

/** Everything of an order includes a payment that came too late and could not be sent back. */
async function refundLatePayment(trx: Transaction, input: RefundInput): Promise<string> {
  const { orderId, partId, amount, lines, again } = input
  const isAll = [partId, amount, lines, again].every((one) => one === undefined)
  const late = isAll ? await latePaymentOf(trx, orderId) : null
  const id = late && (await new ReturnLatePayment().execute(trx, late.id))
  if (!id) throw new NothingToRefund()
  await audit(trx, id, input, Number(late.captured_amount) - Number(late.refunded_amount))
  return id
}

/** Before anything is booked: who asks can ask for another amount. What we owe by ourselves is tried. */
function assertSendable({ actor, made }: RefundInput, payment: BookedPayment, amount: number) {
  const { gateway, currency } = payment
  if (!actor || made || canTake(gateway as GatewayName, amount, currency)) return
  const message = `The amount field must be one that ${gateway} can send: not ${amount} minor units of ${currency}`
  throw new InvalidField('amount', 'sendable', message)
}

async function partsToRefund(trx: Transaction, orderId: string, partId?: string) {
  const parts = await partsOf(trx, orderId)
  const wanted = parts.filter(({ id }) => partId === undefined || id === partId)
  if (wanted.length === 0) throw new NotFound()
  return wanted
}

async function writeRefund(
  trx: Transaction,
  { reason, actor, causeKey, again, made }: RefundInput,
  payment: BookedPayment,
  plan: Plan
): Promise<string> {
  const id = again?.id ?? newId('refund')
  const { amount, shares } = plan
  if (!(await insertRefund(trx, { id, payment, amount, reason, actor, causeKey, made })))
    throw new Error(`Refund ${causeKey ?? id} exists, in spite of the order's lock`)
  await trx
    .insertQuery()
    .table('refund_shares')
    .multiInsert(shareRows({ refund_id: id }, shares))
  const lines = plan.lines.map((line) => ({
    refund_id: id,
    order_line_id: line.lineId,
    quantity: line.quantity,
    amount: line.amount,
  }))
  if (lines.length) await trx.insertQuery().table('refund_lines').multiInsert(lines)
  return id
}

/** What has shipped stays shipped; of the rest no more is kept than the order still owes. */
async function freeStock(trx: Transaction, orderId: string, refunded: RefundedLine[]) {
  const variants = new Set(refunded.map(({ variantId }) => variantId))
  const owed = new Map<string, number>()
  for (const { variant_id: variantId, ...line } of await linesOf(trx, orderId))
    if (variantId && variants.has(variantId)) {
      const rest = line.quantity - line.refunded_quantity
      owed.set(variantId, (owed.get(variantId) ?? 0) + rest)
    }
  // in the order of their ids, as everywhere
  for (const variantId of [...owed.keys()].sort())
    await releaseBeyond(trx, orderId, variantId, owed.get(variantId)!)
}

/** The pieces that were named; what else goes back with the last of a part's money may be anywhere. */
async function restockNamed(
  trx: Transaction,
  { orderId, lines: named = [], actor, reason }: RefundInput,
  lines: RefundedLine[]
) {
  const returned = lines
    .filter(({ lineId }) => named.some((one) => one.lineId === lineId))
    .map(({ variantId, quantity }) => {
      if (variantId) return { variantId, quantity }
      const message = 'The lines field names a line that no stock is kept of'
      throw new InvalidField('lines', 'restock', message)
    })
  await restockReturned(trx, orderId, returned, { actorId: actor?.id, reason })
}

/**
 * Nothing is left to deliver of a part that went back whole before it shipped; one that cost nothing
 * went back only with everything.
 *
 * @param before the parts as they stood before this refund was counted
 * @returns their ids
 */
async function wholeParts(trx: Transaction, before: PartRow[], { orderId, ...input }: RefundInput) {
  const isEverything = [input.amount, input.lines, input.again].every((one) => one === undefined)
  const now = new Map((await partsOf(trx, orderId)).map((part) => [part.id, part]))
  const whole = before.filter(({ id, status, total_amount: total }) => {
    if (!CANCELLABLE.includes(status)) return false
    return Number(total) === 0
      ? isEverything
      : Number(now.get(id)!.refunded_amount) >= Number(total)
  })
  return whole.map(({ id }) => id)
}

async function endParts(
  trx: Transaction,
  partIds: string[],
  { orderId, actor, reason }: RefundInput
) {
  for (const id of partIds) {
    const part: PartRow = await trx.from('partner_orders').where({ id }).firstOrFail()
    await cancelPart(trx, part, { actor, reason })
  }
  await deriveOrderStatus(trx, orderId, { actor, reason })
}

async function audit(trx: Transaction, id: string, input: RefundInput, amount: number) {
  const { actor, orderId, reason, restock } = input
  if (!actor || !isStaffRole(actor.role)) return
  const order = await trx.from('orders').where('id', orderId).select('client_id').firstOrFail()
  await recordAudit(trx, {
    actor,
    action: 'refund.requested',
    subject: { type: 'refund', id },
    personId: order.client_id,
    after: { amount, ...(restock && { restock }) },
    reason,
  })
}
