/*
 * Orders in every state that they can be in, each led there by what happens in life; and everything
 * that can happen to them.
 */
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'
import { DomainError } from '#core/exceptions/domain_error'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import AdvanceOrder from '#orders/actions/advance_order'
import AnswerSubmission from '#orders/actions/answer_submission'
import ApproveUnanswered from '#orders/actions/approve_unanswered'
import CancelOrder from '#orders/actions/cancel_order'
import CompletePart from '#orders/actions/complete_part'
import ExpireOrder from '#orders/actions/expire_order'
import SubmitWork from '#orders/actions/submit_work'
import type { Step } from '#orders/services/advance_part'
import StartPayment from '#payments/actions/start_payment'
import { applyGatewayPayment } from '#payments/services/apply_payment'
import RequestRefund from '#refunds/actions/request_refund'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { asActor, makePartner, sharedCorner, type TestPartner } from '#tests/helpers/marketplace'
import { newsOf } from '#tests/helpers/payments'
import { placeOrder, walkPart } from '#tests/helpers/shopping'

type Kind = 'package' | 'product'

interface LivingPart {
  partId: string
  seller: TestPartner
}

export interface LivingOrder {
  client: TestActor
  orderId: string
  paymentId: string
  gatewayPaymentId: string
  total: number
  parts: LivingPart[]
}

const shops = new Map<Kind, Promise<{ seller: TestPartner; variantId: string }>>()

async function openShop(kind: Kind) {
  const seller = await makePartner(await sharedCorner())
  const { variantId } = await makeListing({ partner: seller, kind, stock: 100_000 })
  return { seller, variantId }
}

/** An order of one piece of each kind, by a fresh client whose payment is open. */
export async function openOrder(...kinds: Kind[]): Promise<LivingOrder> {
  const bought = []
  for (const kind of kinds) {
    if (!shops.has(kind)) shops.set(kind, openShop(kind))
    bought.push(await shops.get(kind)!)
  }
  const { client, orderId, order } = await placeOrder(bought.map(({ variantId }) => variantId))
  const payment = await beginPayment({ client, orderId })
  const rows = await db.from('partner_orders').where('order_id', orderId)
  const parts = bought.map(({ seller }) => ({
    seller,
    partId: rows.find((row) => row.partner_id === seller.partnerId).id as string,
  }))
  return {
    client,
    orderId,
    paymentId: payment.id,
    gatewayPaymentId: payment.gateway_payment_id,
    total: Number(order.total_amount),
    parts,
  }
}

function beginPayment({ client, orderId }: Pick<LivingOrder, 'client' | 'orderId'>) {
  const actor = asActor(client)
  return new StartPayment().execute({ actor, orderId, gateway: 'sandbox' })
}

export const ORDER_EVENTS = [
  'begin payment',
  'expire',
  'cancel by client',
  'cancel by staff',
  'submit',
  'approve',
  'revise',
  'approve by silence',
  'complete',
  'refund',
  // last: of an order that has ended it leaves money behind that goes back
  'pay',
] as const
export type OrderEvent = (typeof ORDER_EVENTS)[number]

/** These wait for their time, and nothing else of them is to be in the way. */
const TIMED: (OrderEvent | Step)[] = ['expire', 'complete', 'approve by silence']

let staff: Promise<TestActor> | undefined

/**
 * Lets something happen to an order, or to one of its parts. What waits for its time is due.
 *
 * @returns false when it is refused without a word: nobody has asked
 */
export async function happen(
  event: OrderEvent | Step,
  order: LivingOrder,
  { partId, seller } = order.parts[0]
): Promise<boolean> {
  const { orderId, client } = order
  const actor = asActor(client)
  staff ??= actorOfRole('admin')
  const admin = asActor(await staff)
  if (TIMED.includes(event)) await makeDue(order)
  switch (event) {
    case 'pay':
      return pay(order)
    case 'begin payment':
      await beginPayment(order)
      return true
    case 'expire':
      return new ExpireOrder().execute(orderId)
    case 'cancel by client':
      await new CancelOrder().execute({ actor, orderId })
      return true
    case 'cancel by staff':
      await new AdvanceOrder().byStaff({ orderId }, { actor: admin, status: 'cancelled' })
      return true
    case 'submit': {
      const work = { partnerOrderId: partId, note: 'Here it is', files: [] }
      await new SubmitWork().execute({ actor: asActor(seller), ...work })
      return true
    }
    case 'approve':
    case 'revise': {
      const submissionId = (await lastSubmission(partId))?.id ?? newId('submission')
      const answer = { orderId, submissionId, decision: event }
      await new AnswerSubmission().execute({ actor, ...answer })
      return true
    }
    case 'approve by silence':
      return new ApproveUnanswered().execute(partId)
    case 'complete':
      return new CompletePart().execute(partId)
    case 'refund':
      await new RequestRefund().execute({ orderId, reason: 'It broke', actor: admin })
      return true
    default:
      await walkPart(seller, partId, event)
      return true
  }
}

async function makeDue({ orderId }: LivingOrder) {
  const past = clock.now() - 1
  await db.from('orders').where('id', orderId).update({ expires_at: past })
  const due = { approves_at: past, completes_at: past }
  await db.from('partner_orders').where('order_id', orderId).update(due)
}

/** @returns whether the order is paid by it; else the money goes back */
async function pay(order: LivingOrder): Promise<boolean> {
  const paidAt = async () =>
    (await db.from('orders').where('id', order.orderId).firstOrFail()).paid_at
  const before = await paidAt()
  await write((trx) => applyGatewayPayment(trx, 'sandbox', newsOf(order, 'captured')))
  return before === null && (await paidAt()) !== null
}

function lastSubmission(partId: string) {
  return db.from('submissions').where('partner_order_id', partId).orderBy('round', 'desc').first()
}

/** A refusal that a caller can understand: it tells where the thing stands, unless there is none. */
export function isRefusal(error: unknown, { order, part, submissions }: Footprint): boolean {
  if (error === false) return true
  if (error instanceof NotFound) return submissions.length === 0
  if (!(error instanceof DomainError) || error.status !== 409) return false
  const { state } = error.details
  const isStateless = ['E_ORDER_WITHOUT_PACKAGE', 'E_NOTHING_TO_REFUND'].includes(error.code!)
  const states = [order.status, part.status, submissions.at(-1)?.status]
  return isStateless || (state !== undefined && states.includes(state))
}

type Footprint = Awaited<ReturnType<typeof footprintOf>>

/** Everything that a refused event must leave as it is. */
export async function footprintOf({ orderId, parts: [{ partId }] }: LivingOrder) {
  const countOf = async (table: string) => (await db.from(table).where('order_id', orderId)).length
  return {
    order: await db
      .from('orders')
      .where('id', orderId)
      .select('status', 'paid_at', 'closed_at', 'refunded_amount', 'invoice_number')
      .firstOrFail(),
    part: await db
      .from('partner_orders')
      .where('id', partId)
      .select('status', 'delivered_at', 'closed_at', 'revisions_used')
      .select('refunded_amount', 'earning_refunded')
      .firstOrFail(),
    submissions: await db.from('submissions').where('order_id', orderId).orderBy('round'),
    stock: await db.from('stock_reservations').where('order_id', orderId).orderBy('variant_id'),
    changes: await countOf('order_changes'),
    payments: await countOf('payments'),
    refunds: await countOf('refunds'),
  }
}

/** What has happened to an order of each state: one of a package, which alone is handed in, but never ships. */
const LIVES = {
  'awaiting_payment': [],
  'expired': ['expire'],
  'cancelled': ['cancel by client'],
  'placed': ['pay'],
  'accepted': ['pay', 'accepted'],
  'processing': ['pay', 'accepted', 'processing'],
  'submitted': ['pay', 'accepted', 'processing', 'submit'],
  'revision_requested': ['pay', 'accepted', 'processing', 'submit', 'revise'],
  'shipped': ['pay', 'accepted', 'processing', 'shipped'],
  'delivered': ['pay', 'accepted', 'processing', 'submit', 'approve'],
  'completed': ['pay', 'accepted', 'processing', 'submit', 'approve', 'complete'],
  'cancelled after payment': ['pay', 'cancel by staff'],
} as const satisfies Record<string, readonly (OrderEvent | Step)[]>

export type OrderLife = keyof typeof LIVES
export const ORDER_LIVES = Object.keys(LIVES) as OrderLife[]

/** An order of one part that has lived so far. */
export async function orderAt(life: OrderLife): Promise<LivingOrder> {
  const order = await openOrder(life === 'shipped' ? 'product' : 'package')
  for (const event of LIVES[life])
    if (!(await happen(event, order))) throw new Error(`${event} did not happen for ${life}`)
  return order
}
