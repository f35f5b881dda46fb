import { createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import { clock, DAY } from '#core/support/clock'
import { GatewayRefused, GatewayUnavailable, InvalidSignature } from '#payments/errors'
import RazorpayGateway from '#payments/gateways/razorpay'
import { assertReturned } from '#payments/gateways/razorpay_return'
import { RazorpayStandIn } from '#tests/helpers/gateways/razorpay_stand_in'
import { all, orderOf, paymentIn, refundIn, rejects } from '#tests/helpers/gateways/samples'
import { setSetting } from '#tests/helpers/settings'

const inRupees = (over = {}) => paymentIn({ currency: 'INR', amount: 29_500, ...over })

test.group('Razorpay', (group) => {
  let vendor: RazorpayStandIn
  let gateway: RazorpayGateway

  group.each.setup(async () => {
    vendor = new RazorpayStandIn()
    const { keyId, keySecret, webhookSecret } = vendor
    const webhookSecrets = ['new-hook-secret', webhookSecret]
    const url = await vendor.start()
    gateway = new RazorpayGateway({ keyId, keySecret, webhookSecrets, url, timeout: 2000 })
    return () => vendor.stop()
  })

  async function paid(over = {}) {
    const { id } = await gateway.createPayment(inRupees(over))
    return { id, ...vendor.pay(id) }
  }

  test('a payment is an order; a repeat finds it by its receipt', async ({ assert }) => {
    const input = inRupees()
    const payment = await gateway.createPayment(input)
    assert.containsSubset(payment, {
      paymentId: input.paymentId,
      status: 'created',
      amount: 29_500,
      currency: 'INR',
      capturedAmount: 0,
    })
    assert.equal((await gateway.createPayment(input)).id, payment.id)
    vendor.pay(payment.id)
    assert.containsSubset(await gateway.createPayment(input), {
      id: payment.id,
      status: 'captured',
    })
    assert.equal(vendor.orders.size, 1)
  })

  test('{amount} of {currency} goes as it is')
    .with([
      { currency: 'INR', amount: 29_500 },
      { currency: 'JPY', amount: 295 },
      { currency: 'KWD', amount: 295_990 },
    ])
    .run(async ({ assert }, { currency, amount }) => {
      const { id } = await paid({ currency, amount })
      assert.equal(vendor.orders.get(id).amount, amount)
      assert.containsSubset(await gateway.getPayment(id), {
        amount,
        capturedAmount: amount,
        currency,
      })
    })

  test('what Razorpay cannot take is refused', async ({ assert }) => {
    const thousandth = inRupees({ currency: 'KWD', amount: 295_991 })
    await rejects(assert, () => gateway.createPayment(thousandth), GatewayRefused)
    assert.lengthOf(vendor.calls, 0)
    const tooLittle = inRupees({ amount: 99 })
    await rejects(assert, () => gateway.createPayment(tooLittle), GatewayRefused)
  })

  test('a declined attempt is an answer; the next may pay', async ({ assert }) => {
    const { id } = await gateway.createPayment(inRupees())
    vendor.pay(id, 'failed')
    assert.containsSubset(await gateway.getPayment(id), {
      status: 'failed',
      failureCode: 'payment_failed',
      failureMessage: 'The bank declined the payment.',
      capturedAmount: 0,
    })
    vendor.pay(id)
    vendor.pay(id, 'failed')
    assert.containsSubset(await gateway.getPayment(id), {
      status: 'captured',
      capturedAmount: 29_500,
    })
  })

  test('a late authorisation is captured on our word, once', async ({ assert }) => {
    const { id } = await gateway.createPayment(inRupees())
    assert.equal((await gateway.capturePayment(id)).status, 'created')
    vendor.pay(id, 'authorized')
    assert.equal((await gateway.getPayment(id))!.status, 'authorised')
    const both = await Promise.all([gateway.capturePayment(id), gateway.capturePayment(id)])
    assert.deepEqual(
      both.map(({ status }) => status),
      ['captured', 'captured']
    )
    assert.equal((await gateway.capturePayment(id)).status, 'captured')
    await rejects(assert, () => gateway.capturePayment('order_unknown'), GatewayRefused)
  })

  test('what Razorpay does not know is null', async ({ assert }) => {
    assert.isNull(await gateway.getPayment('order_unknown'))
    assert.isNull(await gateway.getRefund('rfnd_unknown', 'order_unknown'))
  })

  test('cancelling says how it stands: the order may still be paid', async ({ assert }) => {
    const { id } = await gateway.createPayment(inRupees())
    assert.equal((await gateway.cancelPayment(id)).status, 'created')
    vendor.pay(id)
    assert.equal((await gateway.cancelPayment(id)).status, 'captured')
  })

  test('refunds: once for a key, never above the payment', async ({ assert }) => {
    const { id } = await paid()
    const input = refundIn(id, 20_000, 'INR')
    const refund = await gateway.createRefund(input)
    assert.containsSubset(refund, {
      refundId: input.refundId,
      gatewayPaymentId: id,
      status: 'succeeded',
      amount: 20_000,
      currency: 'INR',
    })
    assert.equal((await gateway.createRefund(input)).id, refund.id)
    assert.deepEqual(await gateway.getRefund(refund.id, id), refund)
    await rejects(assert, () => gateway.createRefund(refundIn(id, 10_000, 'INR')), GatewayRefused)
    vendor.refundStatus = 'pending'
    assert.equal((await gateway.createRefund(refundIn(id, 9500, 'INR'))).status, 'pending')
    assert.equal(vendor.refunds.size, 2)
    assert.containsSubset(await gateway.getPayment(id), {
      status: 'captured',
      capturedAmount: 29_500,
    })
    const open = await gateway.createPayment(inRupees())
    await rejects(assert, () => gateway.createRefund(refundIn(open.id, 100, 'INR')), GatewayRefused)
  })

  test('the list has what was captured in the window, page after page', async ({ assert }) => {
    const expected: string[] = []
    for (let index = 0; index < 103; index++) expected.push((await paid()).id)
    vendor.pay((await gateway.createPayment(inRupees())).id, 'failed')
    const now = clock.now()
    const listed = await all(gateway.listPayments(now - DAY, now + DAY))
    assert.sameMembers(
      listed.map(({ id }) => id),
      expected
    )
    assert.isTrue(listed.every(({ capturedAmount }) => capturedAmount === 29_500))
    assert.lengthOf(await all(gateway.listPayments(now - 2 * DAY, now - DAY)), 0)
  }).timeout(20_000)

  test('wrong credentials are no answer, to be asked again', async ({ assert }) => {
    const settings = { keyId: 'x', keySecret: 'y', webhookSecrets: [], timeout: 2000 }
    const stranger = new RazorpayGateway({ ...settings, url: vendor.url })
    const error = await rejects(
      assert,
      () => stranger.createPayment(inRupees()),
      GatewayUnavailable
    )
    assert.include(error.message, 'credentials')
  })

  test('what the app brings back is believed with its signature only', async ({
    assert,
    cleanup,
  }) => {
    setSetting('RAZORPAY_KEY_SECRET', vendor.keySecret)
    cleanup(() => setSetting('RAZORPAY_KEY_SECRET', ''))
    const { answer } = await paid()
    const other = await paid()
    assertReturned(answer)
    const forgeries = [
      { ...answer, signature: '' },
      { ...answer, signature: 'é'.repeat(64) },
      { ...answer, signature: answer.signature.slice(2) },
      { ...answer, orderId: other.answer.orderId },
      { ...answer, paymentId: other.answer.paymentId },
    ]
    for (const forgery of forgeries)
      assert.throws(() => assertReturned(forgery), InvalidSignature.message)
  })

  test('without a secret nothing is believed, not even what an empty one signs', ({ assert }) => {
    const answer = { orderId: 'order_1', paymentId: 'pay_1' }
    const signature = createHmac('sha256', '').update('order_1|pay_1').digest('hex')
    assert.throws(() => assertReturned({ ...answer, signature }), InvalidSignature.message)
  })

  test('a signed message is believed, by the old secret and the new one', async ({ assert }) => {
    const { payment } = await paid()
    for (const secret of ['new-hook-secret', vendor.webhookSecret]) {
      const { raw, headers } = vendor.message('payment.captured', { payment }, { id: 'e1', secret })
      const event = await gateway.verifyEvent(raw, headers)
      assert.containsSubset(event, { id: 'e1', type: 'payment.captured', objectId: payment.id })
      assert.approximately(event.occurredAt, clock.now(), 5000)
    }
    const settled = vendor.message('settlement.processed', { settlement: { id: 'setl_1' } })
    assert.equal(
      (await gateway.verifyEvent(settled.raw, settled.headers)).type,
      'settlement.processed'
    )
    assert.deepEqual(await gateway.readEvent(settled.raw), { about: 'other' })
  })

  test('forgeries are refused', async ({ assert }) => {
    const { payment } = await paid()
    const good = vendor.message('payment.captured', { payment })
    const { 'x-razorpay-signature': signature, 'x-razorpay-event-id': id } = good.headers
    const other = vendor.message('payment.captured', { payment }, { secret: 'other' })
    const forgeries = [
      { ...good, headers: {} },
      { ...good, headers: { 'x-razorpay-event-id': id } },
      { ...good, headers: { 'x-razorpay-signature': signature } },
      { ...good, raw: good.raw.replace('29500', '29501') },
      { ...good, raw: JSON.stringify(JSON.parse(good.raw), null, 1) },
      { ...good, headers: { ...good.headers, 'x-razorpay-signature': signature.toUpperCase() } },
      other,
    ]
    await gateway.verifyEvent(good.raw, good.headers)
    for (const { raw, headers } of forgeries)
      await rejects(assert, () => gateway.verifyEvent(raw, headers), InvalidSignature)
  })

  test('all orders of the same messages end in the same state', async ({ assert }) => {
    const { id } = await gateway.createPayment(inRupees())
    const messages = (['failed', 'authorized', 'captured'] as const).map((status) => {
      const { payment } = vendor.pay(id, status)
      return vendor.message(`payment.${status}`, { payment })
    })
    messages.push(vendor.message('order.paid', { order: vendor.orders.get(id) }))
    const captured = {
      about: 'payment',
      payment: { id, status: 'captured', capturedAmount: 29_500 },
    }
    for (const order of orderOf(messages))
      for (const { raw } of order) assert.containsSubset(await gateway.readEvent(raw), captured)
  })

  test('a refund’s messages tell how it stands now', async ({ assert }) => {
    const { id, payment } = await paid()
    vendor.refundStatus = 'pending'
    const made = await gateway.createRefund(refundIn(id, 5000, 'INR'))
    const entity = vendor.refunds.get(made.id)
    const created = vendor.message('refund.created', { refund: { ...entity }, payment })
    assert.deepEqual(await gateway.readEvent(created.raw), { about: 'refund', refund: made })
    entity.status = 'failed'
    const failed = { about: 'refund', refund: { ...made, status: 'failed' } }
    assert.deepEqual(await gateway.readEvent(created.raw), failed)
    const alone = vendor.message('refund.failed', { refund: entity })
    assert.deepEqual(await gateway.readEvent(alone.raw), failed)
  })

  test('what Razorpay gives back of its own, uncaptured, is none of ours', async ({ assert }) => {
    const { id } = await gateway.createPayment(inRupees())
    const { payment } = vendor.pay(id, 'authorized')
    const refund = {
      id: 'rfnd_1',
      payment_id: payment.id,
      status: 'processed',
      amount: 1,
      currency: 'INR',
    }
    const { raw } = vendor.message('refund.created', { refund, payment })
    assert.deepEqual(await gateway.readEvent(raw), { about: 'other' })
  })

  test('a dispute that is {status} there ({deducted} deducted) is {ours} here')
    .with([
      { status: 'open', deducted: 0, ours: 'open' },
      { status: 'under_review', deducted: 0, ours: 'open' },
      { status: 'won', deducted: 0, ours: 'won' },
      { status: 'lost', deducted: 29_500, ours: 'lost' },
      { status: 'closed', deducted: 0, ours: 'won' },
      { status: 'closed', deducted: 29_500, ours: 'lost' },
    ])
    .run(async ({ assert }, { status, deducted, ours }) => {
      const { id, payment } = await paid()
      const about = { id: 'disp_1', payment_id: payment.id, amount: 29_500, currency: 'INR' }
      const dispute = {
        ...about,
        status,
        amount_deducted: deducted,
        reason_code: 'goods_not_received',
      }
      for (const entities of [{ payment, dispute }, { dispute }]) {
        const { raw } = vendor.message('payment.dispute.created', entities)
        assert.deepEqual(await gateway.readEvent(raw), {
          about: 'dispute',
          dispute: {
            id: 'disp_1',
            gatewayPaymentId: id,
            status: ours,
            amount: 29_500,
            currency: 'INR',
            reason: 'goods_not_received',
          },
        })
      }
    })
})
