import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import GatewayDisputeReported from '#payments/events/gateway_dispute_reported'
import { swapGateway } from '#payments/gateways/registry'
import RequestRefund from '#refunds/actions/request_refund'
import { unique } from '#tests/helpers/actors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { balanceOf, wrongBooks } from '#tests/helpers/money'
import { drainOutbox } from '#tests/helpers/outbox'
import {
  paidOrder,
  settle,
  wrongPending,
  wrongRefunds,
  type PaidOrder,
} from '#tests/helpers/refunds'

function claim(order: PaidOrder, amount = order.total) {
  const id = unique('dp_')
  return (status: 'open' | 'won' | 'lost') =>
    write((trx) =>
      outbox.record(
        trx,
        new GatewayDisputeReported('sandbox', {
          id,
          gatewayPaymentId: order.gatewayPaymentId,
          status,
          amount,
          currency: 'EUR',
          reason: 'fraudulent',
        })
      )
    )
}

async function assertSound(assert: any, order: PaidOrder) {
  assert.deepEqual(await wrongRefunds([order.orderId]), [])
  assert.deepEqual(await wrongPending(order.parts.map((part) => part.partner_id)), [])
  assert.deepEqual(await wrongBooks(), [])
}

const paymentOf = (order: PaidOrder) =>
  db.from('payments').where('id', order.paymentId).firstOrFail()

test.group('a charge-back', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('takes the shares, and gives them back when it is turned down', async ({ assert }) => {
    const order = await paidOrder()
    const [part] = order.parts
    const before = await balanceOf(part.partner_id)
    const tell = claim(order, 5_000)
    await Promise.all([tell('open'), tell('open')])
    assert.equal(Number((await paymentOf(order)).disputed_amount), 5_000)
    assert.isBelow((await balanceOf(part.partner_id)).pending, before.pending)
    await assertSound(assert, order)
    await tell('won')
    await tell('open')
    await tell('won')
    assert.deepEqual(await balanceOf(part.partner_id), before)
    assert.equal(Number((await paymentOf(order)).disputed_amount), 0)
    await assertSound(assert, order)
    await drainOutbox()
  })

  test('that is lost keeps them, also from a partner who was paid', async ({ assert }) => {
    const order = await paidOrder()
    const [part] = order.parts
    await settle(part.id)
    const tell = claim(order)
    await tell('lost')
    await tell('open')
    assert.include(await balanceOf(part.partner_id), { available: 0, pending: 0, debt: 0 })
    assert.equal(Number((await paymentOf(order)).disputed_amount), order.total)
    const refund = { orderId: order.orderId, reason: 'x', actor: null }
    await assert.rejects(() => new RequestRefund().execute(refund), /Nothing is left/)
    await assertSound(assert, order)
  })

  test('takes no more than refunds have left, whichever is first', async ({ assert }) => {
    const order = await paidOrder()
    const refund = { orderId: order.orderId, reason: 'x', actor: null }
    await Promise.allSettled([
      new RequestRefund().execute({ ...refund, amount: 8_000 }),
      claim(order)('open'),
      new RequestRefund().execute({ ...refund, amount: 8_000 }),
    ])
    const payment = await paymentOf(order)
    const back = Number(payment.refunded_amount) + Number(payment.disputed_amount)
    assert.equal(back, order.total)
    await drainOutbox()
    await assertSound(assert, order)
    const late = await paidOrder()
    await new RequestRefund().execute({ ...refund, orderId: late.orderId })
    const tell = claim(late)
    await tell('open')
    await tell('won')
    await drainOutbox()
    await assertSound(assert, late)
  })

  test('of a payment of nobody is left to be told again', async ({ assert }) => {
    const order = await paidOrder()
    const tell = claim({ ...order, gatewayPaymentId: 'pi_of_nobody' })
    await assert.rejects(() => tell('open'))
  })
})
