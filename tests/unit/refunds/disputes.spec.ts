import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { swapGateway } from '#payments/gateways/registry'
import RequestRefund from '#refunds/actions/request_refund'
import { unique } from '#tests/helpers/actors'
import {
  assertNoFindings,
  assertSound,
  claim,
  driftOf,
  paymentOf,
  refundOnItsWay,
} from '#tests/helpers/disputes'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { balanceOf, wrongBooks } from '#tests/helpers/money'
import { drainOutbox } from '#tests/helpers/outbox'
import { paidOrder, paidTooLate, settle, tellOfRefund } from '#tests/helpers/refunds'

/** The refund that a payment's own lateness made. */
async function refundFails(paymentId: string) {
  const payment = await db.from('payments').where('id', paymentId).firstOrFail()
  const refund = await db.from('refunds').where('payment_id', paymentId).firstOrFail()
  await tellOfRefund({
    id: unique('re_'),
    refundId: refund.id,
    gatewayPaymentId: payment.gateway_payment_id,
    status: 'failed',
    amount: Number(refund.amount),
    currency: refund.currency,
  })
}

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

  for (const [when, before, after] of [
    ['while the bank thinks', [], ['lost']],
    ['when it is lost', ['lost'], []],
  ] as const)
    test(`takes what a refund that fails ${when} gives back`, async ({ assert }) => {
      const order = await paidOrder()
      const failRefund = await refundOnItsWay(order, order.total)
      const tell = claim(order)
      await tell('open')
      for (const verdict of before) await tell(verdict)
      assert.equal(Number((await paymentOf(order)).disputed_amount), 0)
      await failRefund()
      await failRefund()
      for (const verdict of after) await tell(verdict)
      const payment = await paymentOf(order)
      assert.equal(Number(payment.refunded_amount), 0)
      assert.equal(Number(payment.disputed_amount), order.total)
      const [part] = order.parts
      assert.include(await balanceOf(part.partner_id), { available: 0, pending: 0, debt: 0 })
      await assertSound(assert, order)
      await assertNoFindings(assert, order)
    })

  test('that grew by a failed refund gives all of it back when it is won', async ({ assert }) => {
    const order = await paidOrder()
    const [part] = order.parts
    const before = await balanceOf(part.partner_id)
    const fails = [await refundOnItsWay(order, 4_000), await refundOnItsWay(order, 3_000)]
    const [tell, tellOther] = [claim(order), claim(order, 5_000)]
    await tell('open')
    await tellOther('open')
    for (const fail of fails) {
      await fail()
      await assertSound(assert, order)
      await assertNoFindings(assert, order)
    }
    assert.equal(Number((await paymentOf(order)).disputed_amount), order.total)
    // the second claim waited for the first
    await tell('won')
    assert.equal(Number((await paymentOf(order)).disputed_amount), 5_000)
    await assertSound(assert, order)
    await assertNoFindings(assert, order)
    await tellOther('won')
    assert.deepEqual(await balanceOf(part.partner_id), before)
    await assertSound(assert, order)
    await assertNoFindings(assert, order)
  })

  test('of a payment that came too late leaves less to send back', async ({ assert }) => {
    const order = await paidOrder()
    const names = ['ledger.refunds_in_flight', 'ledger.disputes_in_flight']
    const before = await Promise.all(names.map(driftOf))
    const late = await paidTooLate(order)
    await refundFails(late.paymentId)
    const tell = claim(late, 5_000)
    for (const news of ['open', 'lost'] as const) {
      await tell(news)
      await assertNoFindings(assert, late)
      assert.deepEqual(await Promise.all(names.map(driftOf)), before)
    }
    assert.deepEqual(await wrongBooks(), [])
  })

  test('in another currency than the payment’s takes nothing', async ({ assert }) => {
    const order = await paidOrder()
    await assert.rejects(() => claim(order, 5_000, 'USD')('open'), /is in EUR, not USD/)
    assert.equal(Number((await paymentOf(order)).disputed_amount), 0)
    assert.lengthOf(await db.from('disputes').where('payment_id', order.paymentId), 0)
  })

  test('of a payment of nobody is left to be told again', async ({ assert }) => {
    const order = await paidOrder()
    const tell = claim({ ...order, gatewayPaymentId: 'pi_of_nobody' })
    await assert.rejects(() => tell('open'))
  })
})
