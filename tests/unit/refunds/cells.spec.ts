/*
 * Every state of a refund and everything that can be told or asked of it: what the table allows is
 * done, everything else changes nothing.
 */
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { swapGateway } from '#payments/gateways/registry'
import RequestRefund from '#refunds/actions/request_refund'
import RetryRefund from '#refunds/actions/retry_refund'
import SendRefund from '#refunds/actions/send_refund'
import { RefundNotFailed } from '#refunds/errors'
import { REFUND_STATUSES, type RefundStatus } from '#refunds/services/states'
import { actorOfRole } from '#tests/helpers/actors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { asActor } from '#tests/helpers/marketplace'
import { balanceOf, wrongBooks } from '#tests/helpers/money'
import { dropJobs } from '#tests/helpers/outbox'
import {
  paidOrder,
  tellOfRefund,
  wrongPending,
  wrongRefunds,
  type PaidOrder,
} from '#tests/helpers/refunds'

const AMOUNT = 3_000
const NEWS = ['pending', 'succeeded', 'failed'] as const
type News = (typeof NEWS)[number]

/** What a gateway has told of a refund that stands there. */
const LIVES: Record<RefundStatus, News[]> = {
  requested: [],
  pending: ['pending'],
  succeeded: ['succeeded'],
  failed: ['failed'],
}

const ALLOWED: Record<RefundStatus, News[]> = {
  requested: ['pending', 'succeeded', 'failed'],
  pending: ['succeeded', 'failed'],
  // banks send refunds back days after they took them
  succeeded: ['failed'],
  failed: [],
}

interface Subject {
  id: string
  order: PaidOrder
}

async function subjectAt(status: RefundStatus): Promise<Subject> {
  const order = await paidOrder()
  const cause = { orderId: order.orderId, amount: AMOUNT, reason: 'x', actor: null }
  const it = { order, id: await new RequestRefund().execute(cause) }
  for (const news of LIVES[status]) await tell(it, news)
  return it
}

const tell = ({ id, order }: Subject, status: News) =>
  tellOfRefund({
    id: `re_${id}`,
    refundId: id,
    gatewayPaymentId: order.gatewayPaymentId,
    status,
    amount: AMOUNT,
    currency: 'EUR',
  })

async function footprintOf({ id, order }: Subject) {
  const row = await db.from('refunds').where({ id }).firstOrFail()
  delete row.updated_at
  return {
    row,
    refunds: (await db.from('refunds').where('order_id', order.orderId)).length,
    balance: await balanceOf(order.parts[0].partner_id),
  }
}

test.group('every event in every state of a refund', (group) => {
  let fake: FakeGateway
  group.each.setup(() => {
    fake = new FakeGateway()
    return swapGateway(fake)
  })
  group.each.teardown(() => dropJobs('refunds'))

  test('news lead where the table says, and nowhere else', async ({ assert }) => {
    const counts = { moved: 0, ignored: 0 }
    const orders: PaidOrder[] = []
    for (const from of REFUND_STATUSES)
      for (const to of NEWS) {
        const it = await subjectAt(from)
        orders.push(it.order)
        const before = await footprintOf(it)
        assert.equal(before.row.status, from)
        await tell(it, to)
        const after = await footprintOf(it)
        const isLegal = ALLOWED[from].includes(to)
        counts[isLegal ? 'moved' : 'ignored']++
        if (isLegal) assert.equal(after.row.status, to, `${from} -> ${to}`)
        else assert.deepEqual(after, before, `${from} -> ${to}`)
      }
    console.log(`  news of refunds: ${JSON.stringify(counts)}`)
    assert.deepEqual(await wrongRefunds(orders.map(({ orderId }) => orderId)), [])
    const partners = orders.flatMap(({ parts }) => parts.map((part) => part.partner_id))
    assert.deepEqual(await wrongPending(partners), [])
    assert.deepEqual(await wrongBooks(), [])
  }).timeout(60_000)

  test('only one that failed is made again, only one under way is sent', async ({ assert }) => {
    const actor = asActor(await actorOfRole('admin'))
    for (const from of REFUND_STATUSES) {
      const it = await subjectAt(from)
      const before = await footprintOf(it)
      const retry = new RetryRefund().execute({ actor, refundId: it.id, reason: 'again' })
      const answer = await retry.catch((error: unknown) => error)
      const after = await footprintOf(it)
      if (from === 'failed') {
        assert.isString(answer)
        assert.equal(after.row.retried_by, answer)
        assert.equal(after.refunds, 2)
      } else {
        assert.instanceOf(answer, RefundNotFailed, from)
        assert.deepEqual((answer as RefundNotFailed).details, { state: from })
        assert.deepEqual(after, before, from)
      }
      await new SendRefund().execute({ refundId: it.id })
      assert.equal(fake.callsFor(it.id), from === 'requested' ? 1 : 0, from)
    }
    assert.deepEqual(await wrongBooks(), [])
  })
})
