/*
 * Anything may happen to an order at any time. What the history says of it afterwards is a walk along
 * the table, without a gap, from the beginning to where it stands.
 */
import { test } from '@japa/runner'
import { rowsOf } from '#core/database/statements'
import { randomFrom } from '#core/support/random'
import db from '@adonisjs/lucid/services/db'
import { STEPS, type Step } from '#orders/services/advance_part'
import {
  orderStatusOf,
  PART_MOVES,
  type OrderStatus,
  type PartRow,
  type PartStatus,
} from '#orders/services/states'
import { DomainError } from '#core/exceptions/domain_error'
import {
  happen,
  openOrder,
  ORDER_EVENTS,
  type LivingOrder,
  type OrderEvent,
} from '#tests/helpers/order_events'
import { dropJobs } from '#tests/helpers/outbox'
import { sized } from '#tests/helpers/sizes'

const EVENTS = sized({ full: 10_000, small: 300 })
const EVENTS_OF_ORDER = 30

const ANY = [...ORDER_EVENTS, ...STEPS]

/** What leads on: by chance alone few orders would get far. */
const ONWARD: Record<PartStatus, (OrderEvent | Step)[]> = {
  awaiting_payment: ['pay'],
  placed: ['accepted'],
  accepted: ['processing'],
  processing: ['submit', 'shipped'],
  submitted: ['approve', 'revise', 'approve by silence'],
  revision_requested: ['submit'],
  shipped: ['delivered'],
  delivered: ['complete'],
  completed: ANY,
  cancelled: ANY,
}

/** The whole follows its parts; but from an end only money, or a late payment, leads on. */
const ENDS: Partial<Record<OrderStatus, OrderStatus[]>> = {
  completed: ['refunded'],
  cancelled: ['refunded'],
  expired: ['placed'],
  refunded: [],
}

interface Change {
  order_id: string
  partner_order_id: string
  from_status: string
  to_status: string
  status: string
}

/** The history of some orders and their parts, with where each stands now. */
function changesOfOrders(orderIds: string[]): Promise<Change[]> {
  return rowsOf<Change>(
    db,
    `SELECT order_changes.order_id, partner_order_id, from_status, to_status,
         COALESCE(partner_orders.status, orders.status) AS status
       FROM order_changes
       JOIN orders ON orders.id = order_changes.order_id
       LEFT JOIN partner_orders ON partner_orders.id = partner_order_id
       WHERE order_changes.order_id IN (${orderIds.map(() => '?').join(', ')})
       ORDER BY order_changes.id`,
    ...orderIds
  )
}

function isLegal({ partner_order_id: partId, from_status: from, to_status: to }: Change): boolean {
  if (partId) return (PART_MOVES[from as PartStatus] as readonly string[]).includes(to)
  return ENDS[from as OrderStatus]?.includes(to as OrderStatus) ?? true
}

test.group('random events', (group) => {
  group.each.teardown(() => dropJobs('orders', 'payments', 'refunds'))

  test('leave a history that follows the table', async ({ assert }) => {
    const random = randomFrom(20261124)
    const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
    const counts = { events: 0, happened: 0, refused: 0 }
    const orderIds: string[] = []
    let order: LivingOrder
    for (; counts.events < EVENTS; counts.events++) {
      if (counts.events % EVENTS_OF_ORDER === 0) {
        order = await openOrder('package', 'product')
        orderIds.push(order.orderId)
      }
      const part = oneOf(order!.parts)
      const { status } = await db.from('partner_orders').where('id', part.partId).firstOrFail()
      const event = random() < 0.5 ? oneOf(ANY) : oneOf(ONWARD[status as PartStatus])
      const answer = await happen(event, order!, part).catch((error: unknown) => error)
      const isRefused = answer === false || (answer instanceof DomainError && answer.status < 500)
      if (answer !== true && !isRefused) throw answer
      counts[isRefused ? 'refused' : 'happened']++
    }

    const changes = await changesOfOrders(orderIds)
    const illegal = changes.filter((change) => !isLegal(change))
    assert.deepEqual(illegal, [])
    const lives = Map.groupBy(changes, (one) => one.partner_order_id || one.order_id)
    for (const [id, life] of lives) {
      // what a payment does to parts is told of their order alone
      const walk = [life[0].partner_order_id ? 'placed' : '']
      for (const { from_status: from, to_status: to } of life) {
        assert.equal(from, walk.at(-1), `${id}: ${walk}`)
        walk.push(to)
      }
      assert.equal(life[0].status, walk.at(-1), `${id}: ${walk}`)
    }
    const parts: PartRow[] = await db.from('partner_orders').whereIn('order_id', orderIds)
    for (const { id, status } of await db.from('orders').whereIn('id', orderIds)) {
      const own = parts.filter((part) => part.order_id === id)
      assert.equal(status, orderStatusOf(own, status === 'expired'), id)
    }
    const reached = new Set(changes.map((one) => one.to_status))
    const figures = { ...counts, changes: changes.length, illegal: illegal.length }
    console.log(`  ${orderIds.length} orders: ${JSON.stringify(figures)}`)
    for (const status of ['completed', 'revision_requested', 'shipped', 'expired', 'refunded'])
      assert.isTrue(reached.has(status), status)
  }).timeout(60_000 + 100 * EVENTS)
})
