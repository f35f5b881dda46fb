/*
 * Every state of an order's part and everything that can happen to it: what the table allows is done,
 * everything else is refused with the state in which it stands, and changes nothing. (The steps that a
 * partner asks for are in order_statuses.spec.ts.)
 */
import { test } from '@japa/runner'
import {
  footprintOf,
  happen,
  isRefusal,
  ORDER_EVENTS,
  ORDER_LIVES,
  orderAt,
  type OrderEvent,
  type OrderLife,
} from '#tests/helpers/order_events'
import { dropJobs } from '#tests/helpers/outbox'

type Ends = Partial<Record<OrderLife, string>>

const endAll = (...lives: OrderLife[]): Ends =>
  Object.fromEntries(lives.map((life) => [life, 'cancelled']))

/** Where an event leads a part; from anywhere else it is refused. */
const ENDS: Record<OrderEvent, Ends> = {
  'begin payment': { awaiting_payment: 'awaiting_payment' },
  'pay': { awaiting_payment: 'placed', expired: 'placed' },
  'expire': { awaiting_payment: 'cancelled' },
  'cancel by client': endAll('awaiting_payment', 'placed', 'accepted', 'processing'),
  'cancel by staff': {
    ...endAll('awaiting_payment', 'placed', 'accepted', 'processing', 'revision_requested'),
  },
  'submit': { processing: 'submitted', revision_requested: 'submitted' },
  'approve': { submitted: 'delivered' },
  'revise': { submitted: 'revision_requested' },
  'approve by silence': { submitted: 'delivered' },
  'complete': { delivered: 'completed' },
  // what has not left the house ends with its money; the rest stays where it is
  'refund': {
    ...endAll('placed', 'accepted', 'processing', 'revision_requested', 'cancelled after payment'),
    submitted: 'submitted',
    shipped: 'shipped',
    delivered: 'delivered',
    completed: 'completed',
  },
}

test.group('every event in every state of an order', (group) => {
  group.each.teardown(() => dropJobs('orders', 'payments', 'refunds'))

  test('happens where the table says so, and changes nothing elsewhere', async ({ assert }) => {
    const wrong: string[] = []
    const counts = { allowed: 0, refused: 0 }
    const tryEvery = async (life: OrderLife) => {
      let order = await orderAt(life)
      let before = await footprintOf(order)
      for (const event of ORDER_EVENTS) {
        const cell = `${event}, ${life}`
        const end = ENDS[event][life]
        const answer = await happen(event, order).catch((error: unknown) => error)
        const after = await footprintOf(order)
        if (end === undefined) {
          counts.refused++
          if (!isRefusal(answer, before)) wrong.push(`${cell}: ${answer}`)
          // whoever pays for what has ended is paid back
          if (event === 'pay') after.refunds = before.refunds
          assert.deepEqual(after, before, cell)
        } else {
          counts.allowed++
          if (answer !== true || after.part.status !== end)
            wrong.push(`${cell}: ${answer}, ${after.part.status}`)
          order = await orderAt(life)
          before = await footprintOf(order)
        }
      }
    }
    await Promise.all(ORDER_LIVES.map(tryEvery))
    console.log(`  ${JSON.stringify(counts)} of ${ORDER_LIVES.length * ORDER_EVENTS.length} cells`)
    assert.deepEqual(wrong, [])
  }).timeout(120_000)
})
