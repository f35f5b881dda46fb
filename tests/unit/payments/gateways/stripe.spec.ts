import { test } from '@japa/runner'
import { clock, DAY } from '#core/support/clock'
import { GatewayRefused, GatewayUnavailable, InvalidSignature } from '#payments/errors'
import StripeGateway from '#payments/gateways/stripe'
import { StripeStandIn } from '#tests/helpers/gateways/stripe_stand_in'
import { all, orderOf, paymentIn, refundIn, rejects } from '#tests/helpers/gateways/samples'

test.group('Stripe', (group) => {
  let vendor: StripeStandIn
  let gateway: StripeGateway

  group.each.setup(async () => {
    vendor = new StripeStandIn()
    const { secretKey, webhookSecret } = vendor
    const webhookSecrets = ['whsec_new', webhookSecret]
    gateway = new StripeGateway({
      secretKey,
      webhookSecrets,
      url: await vendor.start(),
      timeout: 2000,
    })
    return () => vendor.stop()
  })

  test('a payment is an intent, the same one for the same key', async ({ assert }) => {
    const input = paymentIn({ amount: 1999, currency: 'USD' })
    const payment = await gateway.createPayment(input)
    assert.containsSubset(payment, {
      paymentId: input.paymentId,
      status: 'created',
      amount: 1999,
      currency: 'USD',
      capturedAmount: 0,
    })
    assert.match(payment.id, /^pi_/)
    assert.isString(payment.clientSecret)
    assert.equal((await gateway.createPayment(input)).id, payment.id)
    assert.equal(vendor.intents.size, 1)
  })

  test('a hosted payment is a session, before and after it was paid', async ({ assert }) => {
    const input = paymentIn({ isHosted: true })
    const payment = await gateway.createPayment(input)
    assert.match(payment.id, /^cs_/)
    assert.match(payment.redirectUrl!, /^https:\/\/checkout\.stripe\.com/)
    assert.equal(payment.status, 'created')
    vendor.pay(payment.id)
    assert.containsSubset(await gateway.getPayment(payment.id), {
      id: payment.id,
      paymentId: input.paymentId,
      status: 'captured',
      capturedAmount: input.amount,
    })
  })

  test('{currency} goes as Stripe counts it')
    .with([
      { currency: 'USD', amount: 1999, units: 1999 },
      { currency: 'JPY', amount: 1999, units: 1999 },
      { currency: 'KWD', amount: 1990, units: 1990 },
      { currency: 'ISK', amount: 500, units: 50_000 },
      { currency: 'UGX', amount: 7000, units: 700_000 },
      { currency: 'MGA', amount: 5000, units: 50 },
    ])
    .run(async ({ assert }, { currency, amount, units }) => {
      const payment = await gateway.createPayment(paymentIn({ currency, amount }))
      assert.equal(vendor.intents.get(payment.id).amount, units)
      assert.equal(payment.amount, amount)
      assert.equal((await gateway.getPayment(payment.id))!.amount, amount)
    })

  test('{amount} of {currency}, which Stripe cannot take exactly, is not sent')
    .with([
      { currency: 'KWD', amount: 1995 },
      { currency: 'MGA', amount: 5050 },
    ])
    .run(async ({ assert }, input) => {
      await rejects(assert, () => gateway.createPayment(paymentIn(input)), GatewayRefused)
      assert.lengthOf(vendor.calls, 0)
    })

  test('a declined card is an answer, and the next one may pay', async ({ assert }) => {
    const { id } = await gateway.createPayment(paymentIn())
    vendor.decline(id)
    assert.containsSubset(await gateway.getPayment(id), {
      status: 'failed',
      failureCode: 'insufficient_funds',
      failureMessage: 'Your card was declined.',
    })
    vendor.pay(id)
    assert.containsSubset(await gateway.getPayment(id), {
      status: 'captured',
      capturedAmount: 1000,
    })
  })

  test('what Stripe does not know is null', async ({ assert }) => {
    assert.isNull(await gateway.getPayment('pi_unknown'))
    assert.isNull(await gateway.getPayment('cs_unknown'))
    assert.isNull(await gateway.getRefund('re_unknown', 'pi_unknown'))
  })

  test('capturing takes what was authorised, and else tells how it stands', async ({ assert }) => {
    const { id } = await gateway.createPayment(paymentIn())
    assert.equal((await gateway.capturePayment(id, 'a')).status, 'created')
    vendor.pay(id, 'requires_capture')
    assert.equal((await gateway.getPayment(id))!.status, 'authorised')
    assert.equal((await gateway.capturePayment(id, 'a')).status, 'captured')
    assert.equal((await gateway.capturePayment(id, 'a')).status, 'captured')
    assert.equal(vendor.count('POST', /capture$/), 1)
    await rejects(assert, () => gateway.capturePayment('pi_unknown', 'a'), GatewayRefused)
  })

  test('an unpaid payment is cancelled, a paid one stays paid', async ({ assert }) => {
    const open = await gateway.createPayment(paymentIn())
    assert.equal((await gateway.cancelPayment(open.id, 'k')).status, 'cancelled')
    assert.equal((await gateway.cancelPayment(open.id, 'k')).status, 'cancelled')
    const page = await gateway.createPayment(paymentIn({ isHosted: true }))
    assert.equal((await gateway.cancelPayment(page.id, 'k2')).status, 'cancelled')
    assert.equal((await gateway.getPayment(page.id))!.status, 'cancelled')
    const paid = await gateway.createPayment(paymentIn())
    vendor.pay(paid.id)
    assert.equal((await gateway.cancelPayment(paid.id, 'k3')).status, 'captured')
  })

  test('refunds: once for a key, of sessions too, never above the charge', async ({ assert }) => {
    for (const isHosted of [false, true]) {
      const { id } = await gateway.createPayment(paymentIn({ isHosted }))
      vendor.pay(id)
      const input = refundIn(id, 600)
      const refund = await gateway.createRefund(input)
      assert.containsSubset(refund, {
        refundId: input.refundId,
        gatewayPaymentId: id,
        status: 'succeeded',
        amount: 600,
        currency: 'USD',
      })
      assert.equal((await gateway.createRefund(input)).id, refund.id)
      assert.deepEqual(await gateway.getRefund(refund.id, id), refund)
      await rejects(assert, () => gateway.createRefund(refundIn(id, 600)), GatewayRefused)
    }
    assert.equal(vendor.refunds.size, 2)
  })

  test('a refund of what nobody paid is refused', async ({ assert }) => {
    const { id } = await gateway.createPayment(paymentIn({ isHosted: true }))
    await rejects(assert, () => gateway.createRefund(refundIn(id, 1)), GatewayRefused)
  })

  test('a failed refund says why', async ({ assert }) => {
    const { id } = await gateway.createPayment(paymentIn())
    vendor.pay(id)
    vendor.refundStatus = 'failed'
    const refund = await gateway.createRefund(refundIn(id, 100))
    assert.containsSubset(refund, { status: 'failed', failureMessage: 'lost_or_stolen_card' })
  })

  test('the list has what was captured in the window, page after page', async ({ assert }) => {
    const expected: string[] = []
    for (let index = 0; index < 103; index++) {
      const { id } = await gateway.createPayment(paymentIn({ isHosted: index === 0 }))
      vendor.pay(id)
      expected.push(id)
    }
    await gateway.createPayment(paymentIn())
    const now = clock.now()
    const listed = await all(gateway.listPayments(now - DAY, now + DAY))
    assert.sameMembers(
      listed.map(({ id }) => id),
      expected
    )
    assert.isTrue(
      listed.every(({ capturedAmount, paymentId }) => capturedAmount === 1000 && paymentId)
    )
    assert.lengthOf(await all(gateway.listPayments(now - 2 * DAY, now - DAY)), 0)
  }).timeout(20_000)

  test('wrong credentials are no answer, to be asked again without quoting them', async ({
    assert,
  }) => {
    const settings = { secretKey: 'sk_test_other', webhookSecrets: [], timeout: 2000 }
    const stranger = new StripeGateway({ ...settings, url: vendor.url })
    const error = await rejects(
      assert,
      () => stranger.createPayment(paymentIn()),
      GatewayUnavailable
    )
    assert.notInclude(error.message, 'sk_test')
  })

  test('a signed message is believed, by the old secret and the new one', async ({ assert }) => {
    const { id } = await gateway.createPayment(paymentIn())
    for (const secret of ['whsec_new', vendor.webhookSecret]) {
      const message = vendor.message('payment_intent.succeeded', vendor.pay(id), { secret })
      const event = await gateway.verifyEvent(message.raw, message.headers)
      assert.containsSubset(event, { type: 'payment_intent.succeeded', objectId: id })
      assert.approximately(event.occurredAt, clock.now(), 5000)
    }
  })

  test('a message about something without an id is taken all the same', async ({ assert }) => {
    const { raw, headers } = vendor.message('balance.available', { object: 'balance' })
    const event = await gateway.verifyEvent(raw, headers)
    assert.equal(event.objectId, event.id)
    assert.deepEqual(await gateway.readEvent(raw), { about: 'other' })
  })

  test('forgeries are refused', async ({ assert }) => {
    const about = { id: 'pi_1', object: 'payment_intent' }
    const good = vendor.message('payment_intent.succeeded', about)
    const forgeries = [
      { ...good, headers: {} },
      { ...good, raw: good.raw.replace('pi_1', 'pi_2') },
      { ...good, headers: { 'stripe-signature': 't=1,v1=00' } },
      vendor.message('payment_intent.succeeded', about, { secret: 'whsec_other' }),
      vendor.message('payment_intent.succeeded', about, { age: 301 }),
      vendor.message('payment_intent.succeeded', about, { extra: { account: 'acct_other' } }),
      vendor.message('payment_intent.succeeded', about, { extra: { livemode: true } }),
    ]
    await gateway.verifyEvent(good.raw, good.headers)
    for (const { raw, headers } of forgeries)
      await rejects(assert, () => gateway.verifyEvent(raw, headers), InvalidSignature)
  })

  test('what messages mean', async ({ assert }) => {
    for (const isHosted of [false, true]) {
      const { id } = await gateway.createPayment(paymentIn({ isHosted }))
      const intent = vendor.decline(id)
      const read = (type: string, about: unknown) =>
        gateway.readEvent(vendor.message(type, about).raw)
      const stale = structuredClone(intent)
      assert.containsSubset(await read('payment_intent.payment_failed', intent), {
        about: 'payment',
        payment: { id, status: 'failed' },
      })
      vendor.pay(id)
      const paid = { about: 'payment', payment: { id, status: 'captured', capturedAmount: 1000 } }
      assert.containsSubset(await read('payment_intent.succeeded', intent), paid)
      assert.containsSubset(await read('payment_intent.payment_failed', stale), paid)
      if (isHosted)
        assert.containsSubset(
          await read('checkout.session.completed', vendor.sessions.get(id)),
          paid
        )

      const { id: refundId } = await gateway.createRefund(refundIn(id, 250))
      const refund = vendor.refunds.get(refundId)
      const charge = vendor.charges.get(refund.charge)
      const back = { about: 'refund', refund: { id: refundId, gatewayPaymentId: id, amount: 250 } }
      assert.containsSubset(await read('refund.created', refund), back)
      assert.containsSubset(await read('charge.refund.updated', refund), back)
      assert.containsSubset(await read('charge.refunded', charge), back)
    }
    const unknown = await gateway.readEvent(vendor.message('customer.created', { id: 'cus_1' }).raw)
    assert.deepEqual(unknown, { about: 'other' })
  })

  test('a dispute that is {status} there is {ours} here')
    .with([
      { status: 'needs_response', ours: 'open' },
      { status: 'under_review', ours: 'open' },
      { status: 'won', ours: 'won' },
      { status: 'lost', ours: 'lost' },
      { status: 'warning_needs_response', ours: null },
      { status: 'prevented', ours: null },
    ])
    .run(async ({ assert }, { status, ours }) => {
      const { id } = await gateway.createPayment(paymentIn())
      vendor.pay(id)
      const about = { id: 'dp_1', amount: 1000, currency: 'usd', reason: 'fraudulent' }
      const message = vendor.message('charge.dispute.updated', {
        ...about,
        status,
        payment_intent: id,
      })
      const news = await gateway.readEvent(message.raw)
      const dispute = { ...about, currency: 'USD', gatewayPaymentId: id, status: ours }
      assert.deepEqual(news, ours ? { about: 'dispute', dispute } : { about: 'other' })
    })

  test('all orders of the same messages end in the same state', async ({ assert }) => {
    const { id } = await gateway.createPayment(paymentIn())
    const states = ['created', 'failed', 'processing', 'succeeded'].map((step) => {
      if (step === 'failed') vendor.decline(id)
      if (step === 'processing') vendor.pay(id, 'processing')
      if (step === 'succeeded') vendor.pay(id)
      return vendor.message(`payment_intent.${step}`, structuredClone(vendor.intents.get(id)))
    })
    for (const order of orderOf(states)) {
      const news = await Promise.all(order.map(({ raw }) => gateway.readEvent(raw)))
      for (const each of news)
        assert.containsSubset(each, { about: 'payment', payment: { id, status: 'captured' } })
    }
  })
})
