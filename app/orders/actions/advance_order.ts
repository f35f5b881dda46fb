import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { PartNotMovable } from '#orders/errors'
import { partsOf, type OrderRow } from '#orders/queries/order_parts'
import { advancePart, type Step } from '#orders/services/advance_part'
import { cancelWhole } from '#orders/services/cancel_part'
import { lockedPart } from '#orders/services/locked_part'
import { lockOrder, type Change } from '#orders/services/states'
import GetOwnPartner from '#partners/queries/get_own_partner'

export interface StepInput {
  actor: Actor
  status: Step
  /** where the parcel is */
  tracking?: string
  reason?: string
}

/** One step of a partner's part, or, for staff, of any part or all of an order at once. */
export default class AdvanceOrder {
  /**
   * A partner's own part, named by its id, by its order, or both.
   *
   * @returns the ids of part and order
   * @throws NotFound when it is not this partner's
   * @throws PartNotMovable (409); work that was handed in is delivered when the client approves it
   */
  async ownPart(
    where: { partnerOrderId?: string; orderId?: string },
    { actor, status, ...input }: StepInput
  ) {
    return write(async (trx) => {
      const { id: partnerId } = await new GetOwnPartner().execute(actor)
      const own = { ...columnsOf(where), partner_id: partnerId }
      const part = await lockedPart(trx, own)
      if (part.status === 'submitted') throw new PartNotMovable(part.status, status)
      await advancePart(trx, part, status, changeOf(actor, input))
      return { partId: part.id, orderId: part.order_id }
    })
  }

  /**
   * @param where a part, or all parts that are alive
   * @throws NotFound
   * @throws PartNotMovable, OrderNotCancellable (409) when one of the parts cannot go there
   */
  async byStaff(
    { orderId, partnerOrderId }: { orderId: string; partnerOrderId?: string },
    { actor, status, ...input }: StepInput
  ) {
    return write(async (trx) => {
      await lockOrder(trx, orderId)
      const order: OrderRow | null = await trx.from('orders').where('id', orderId).first()
      if (!order) throw new NotFound()
      const change = changeOf(actor, input)
      if (partnerOrderId) {
        const part = await lockedPart(trx, { id: partnerOrderId, order_id: orderId })
        await advancePart(trx, part, status, change)
      } else if (status === 'cancelled') await cancelWhole(trx, order, change)
      else await advanceAll(trx, order, status, change)
      const after = await trx.from('orders').where('id', orderId).select('status').firstOrFail()
      await recordAudit(trx, {
        actor,
        action: 'order.advanced',
        subject: partnerOrderId
          ? { type: 'partner_order', id: partnerOrderId }
          : { type: 'order', id: orderId },
        personId: order.client_id,
        before: { status: order.status },
        after: { status: after.status, step: status },
        reason: input.reason,
      })
    })
  }
}

/** All parts that are not there yet; one that cannot go there stops them all. */
async function advanceAll(trx: Transaction, order: OrderRow, status: Step, change: Change) {
  const parts = await partsOf(trx, order.id)
  const moving = parts.filter((part) => part.status !== status && part.status !== 'cancelled')
  if (moving.length === 0) throw new PartNotMovable(order.status, status)
  for (const part of moving) await advancePart(trx, part, status, change)
}

function columnsOf({ partnerOrderId, orderId }: { partnerOrderId?: string; orderId?: string }) {
  return {
    ...(partnerOrderId && { id: partnerOrderId }),
    ...(orderId && { order_id: orderId }),
  }
}

function changeOf(actor: Actor, { tracking, reason }: Omit<StepInput, 'actor' | 'status'>): Change {
  return { actor, reason, values: tracking === undefined ? {} : { tracking } }
}
