import { test } from '@japa/runner'
import { clock, DAY } from '#core/support/clock'
import { GatewayRefused, GatewayUnavailable, InvalidSignature } from '#payments/errors'
import PaypalGateway from '#payments/gateways/paypal'
import { PaypalStandIn } from '#tests/helpers/gateways/paypal_stand_in'
import { all, paymentIn, refundIn, rejects } from '#tests/helpers/gateways/samples'

test.group('PayPal', (group) => {
  let vendor: PaypalStandIn
  let gateway: PaypalGateway

  group.each.setup(async () => {
    vendor = new PaypalStandIn()
    const { clientId, clientSecret, webhookId } = vendor
    const url = await vendor.start()
    gateway = new PaypalGateway({ clientId, clientSecret, webhookId, url, timeout: 2000 })
    return () => vendor.stop()
  })

  /** A captured payment. */
  async function paid(over = {}) {
    const input = paymentIn(over)
    const { id } = await gateway.createPayment(input)
    vendor.approve(id)
    return gateway.capturePayment(id, input.key)
  }

  const captureOf = (id: string) => vendor.orders.get(id).purchase_units[0].payments.captures[0]

  test('a payment is an order to approve, the same one for the same key', async ({ assert }) => {
    const input = paymentIn({ amount: 1999, description: 'x'.repeat(300) })
    const payment = await gateway.createPayment(input)
    assert.containsSubset(payment, {
      paymentId: input.paymentId,
      status: 'requires_action',
      amount: 1999,
      currency: 'USD',
      capturedAmount: 0,
      redirectUrl: `https://www.paypal.com/checkoutnow?token=${payment.id}`,
    })
    assert.equal((await gateway.createPayment(input)).id, payment.id)
    assert.equal(vendor.orders.size, 1)
    assert.equal(vendor.count('POST', /oauth2/), 1)
  })

  test('{amount} of {currency} goes as {value}')
    .with([
      { currency: 'USD', amount: 1999, value: '19.99' },
      { currency: 'EUR', amount: 5, value: '0.05' },
      { currency: 'JPY', amount: 1999, value: '1999' },
      { currency: 'HUF', amount: 199_900, value: '1999' },
    ])
    .run(async ({ assert }, { currency, amount, value }) => {
      const payment = await gateway.createPayment(paymentIn({ currency, amount }))
      assert.equal(vendor.orders.get(payment.id).purchase_units[0].amount.value, value)
      assert.equal((await gateway.getPayment(payment.id))!.amount, amount)
    })

  test('what PayPal cannot take is refused: fractions of HUF, three decimals', async ({
    assert,
  }) => {
    const fraction = paymentIn({ currency: 'HUF', amount: 199_950 })
    await rejects(assert, () => gateway.createPayment(fraction), GatewayRefused)
    assert.lengthOf(vendor.calls, 0)
    const kuwaiti = paymentIn({ currency: 'KWD', amount: 1990 })
    const error = await rejects(assert, () => gateway.createPayment(kuwaiti), GatewayRefused)
    assert.include(error.message, 'CURRENCY_NOT_SUPPORTED')
  })

  test('an approved order waits for our capture, which happens once', async ({ assert }) => {
    const input = paymentIn()
    const { id } = await gateway.createPayment(input)
    assert.equal((await gateway.capturePayment(id, 'early')).status, 'requires_action')
    vendor.approve(id)
    assert.equal((await gateway.getPayment(id))!.status, 'authorised')
    const captured = { id, paymentId: input.paymentId, status: 'captured', capturedAmount: 1000 }
    assert.containsSubset(await gateway.capturePayment(id, 'a'), captured)
    assert.containsSubset(await gateway.capturePayment(id, 'a'), captured)
    assert.containsSubset(await gateway.capturePayment(id, 'b'), captured)
    assert.containsSubset(await gateway.getPayment(id), captured)
    assert.equal(vendor.captures.size, 1)
  })

  test('a declined capture is an answer, and the next may succeed', async ({ assert }) => {
    const { id } = await gateway.createPayment(paymentIn())
    vendor.approve(id)
    vendor.decline(id)
    assert.containsSubset(await gateway.capturePayment(id, 'a'), {
      id,
      status: 'failed',
      failureCode: 'instrument_declined',
      capturedAmount: 0,
    })
    assert.equal((await gateway.capturePayment(id, 'b')).status, 'captured')
  })

  test('a refusal that is no decline is an error', async ({ assert }) => {
    const { id } = await gateway.createPayment(paymentIn())
    vendor.approve(id)
    vendor.decline(id, 'DUPLICATE_INVOICE_ID')
    await rejects(assert, () => gateway.capturePayment(id, 'a'), GatewayRefused)
    await rejects(assert, () => gateway.capturePayment('5OUNKNOWN', 'a'), GatewayRefused)
  })

  test('a capture that is {there} there is {here} here')
    .with([
      { there: 'PENDING', here: 'pending' },
      { there: 'DECLINED', here: 'failed' },
      { there: 'COMPLETED', here: 'captured' },
    ])
    .run(async ({ assert }, { there, here }) => {
      vendor.captureStatus = there
      const { status, capturedAmount } = await paid()
      assert.equal(status, here)
      assert.equal(capturedAmount, here === 'captured' ? 1000 : 0)
    })

  test('what PayPal does not know is null', async ({ assert }) => {
    assert.isNull(await gateway.getPayment('5OUNKNOWN'))
    assert.isNull(await gateway.getRefund('7RUNKNOWN', '5OUNKNOWN'))
  })

  test('an uncaptured order counts as cancelled, a captured one stays', async ({ assert }) => {
    const { id } = await gateway.createPayment(paymentIn())
    assert.equal((await gateway.cancelPayment(id)).status, 'cancelled')
    assert.equal((await gateway.cancelPayment((await paid()).id)).status, 'captured')
  })

  test('refunds: once for a key, never above the capture', async ({ assert }) => {
    const { id } = await paid()
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
    await rejects(assert, () => gateway.createRefund(refundIn(id, 401)), GatewayRefused)
    assert.equal(vendor.refunds.size, 1)
    assert.containsSubset(await gateway.getPayment(id), {
      status: 'captured',
      capturedAmount: 1000,
    })
    const open = await gateway.createPayment(paymentIn())
    await rejects(assert, () => gateway.createRefund(refundIn(open.id, 1)), GatewayRefused)
  })

  test('a refund that is {there} there is {here} here')
    .with([
      { there: 'PENDING', here: 'pending' },
      { there: 'FAILED', here: 'failed' },
      { there: 'CANCELLED', here: 'failed' },
    ])
    .run(async ({ assert }, { there, here }) => {
      const { id } = await paid({ currency: 'JPY', amount: 500 })
      vendor.refundStatus = there
      const refund = await gateway.createRefund(refundIn(id, 500, 'JPY'))
      assert.containsSubset(refund, { status: here, amount: 500, currency: 'JPY' })
    })

  test('the list has what was captured, over pages and windows of 31 days', async ({ assert }) => {
    const expected: string[] = []
    for (let index = 0; index < 103; index++) expected.push((await paid()).id)
    await gateway.createPayment(paymentIn())
    const now = clock.now()
    const listed = await all(gateway.listPayments(now - 70 * DAY, now + DAY))
    assert.sameMembers(
      listed.map(({ id }) => id),
      expected
    )
    assert.isTrue(
      listed.every(({ capturedAmount, paymentId }) => capturedAmount === 1000 && paymentId)
    )
  }).timeout(20_000)

  test('wrong credentials are no answer, to be asked again', async ({ assert }) => {
    const settings = { clientId: 'x', clientSecret: 'y', webhookId: 'z', timeout: 2000 }
    const stranger = new PaypalGateway({ ...settings, url: vendor.url })
    await rejects(assert, () => stranger.createPayment(paymentIn()), GatewayUnavailable)
  })

  test('a message that PayPal vouches for is believed', async ({ assert }) => {
    const { id } = await paid()
    const message = vendor.message('PAYMENT.CAPTURE.COMPLETED', captureOf(id), { id: 'WH-1' })
    const event = await gateway.verifyEvent(message.raw, message.headers)
    const { id: objectId } = captureOf(id)
    assert.containsSubset(event, { id: 'WH-1', type: 'PAYMENT.CAPTURE.COMPLETED', objectId })
    assert.approximately(event.occurredAt, clock.now(), 5000)
  })

  test('forgeries are refused, most of them without asking PayPal', async ({ assert }) => {
    const resource = { id: '3C1' }
    const good = vendor.message('PAYMENT.CAPTURE.COMPLETED', resource)
    const other = vendor.message('PAYMENT.CAPTURE.COMPLETED', resource)
    const withHeader = (name: string, value: string) => ({
      ...good,
      headers: { ...good.headers, [name]: value },
    })
    const hosts = ['https://evil.test', 'https://api.paypal.com.evil.test', 'http://127.0.0.1:1']
    const certificates = [
      ...hosts.map((host) => `${host}/v1/notifications/certs/CERT-1`),
      'http://api.paypal.com/v1/notifications/certs/CERT-1',
      'https://api.paypal.com@evil.test/v1/notifications/certs/CERT-1',
      'https://api.paypal.com/v1/notifications/certs/../../x',
    ]
    const local = [
      { ...good, headers: {} },
      { ...good, raw: 'x' },
      { ...good, raw: `{},"webhook_id":"other","x":${good.raw}` },
      vendor.message('PAYMENT.CAPTURE.COMPLETED', resource, { age: 5 * DAY }),
      ...certificates.map((url) => withHeader('paypal-cert-url', url)),
    ]
    const asked = [
      { ...good, raw: good.raw.replace('3C1', '3C2') },
      { ...good, raw: JSON.stringify(JSON.parse(good.raw)) },
      { ...good, headers: other.headers },
      withHeader('paypal-transmission-sig', 'sigforged'),
      withHeader('paypal-transmission-id', '1 2'),
    ]
    for (const { raw, headers } of local)
      await rejects(assert, () => gateway.verifyEvent(raw, headers), InvalidSignature)
    assert.lengthOf(vendor.calls, 0)
    for (const { raw, headers } of asked)
      await rejects(assert, () => gateway.verifyEvent(raw, headers), InvalidSignature)
    await gateway.verifyEvent(good.raw, good.headers)
  })

  test('another web hook’s messages are not ours', async ({ assert }) => {
    const { clientId, clientSecret, url } = vendor
    const settings = { clientId, clientSecret, url, webhookId: 'WHOTHER', timeout: 2000 }
    const { raw, headers } = vendor.message('PAYMENT.CAPTURE.COMPLETED', { id: '3C1' })
    const other = new PaypalGateway(settings)
    await rejects(assert, () => other.verifyEvent(raw, headers), InvalidSignature)
  })

  test('what messages mean, in whatever order they come', async ({ assert }) => {
    const input = paymentIn()
    const { id } = await gateway.createPayment(input)
    const read = (type: string, about: any) => gateway.readEvent(vendor.message(type, about).raw)
    vendor.approve(id)
    const approved = structuredClone(vendor.orders.get(id))
    const waits = { about: 'payment', payment: { id, status: 'authorised' } }
    assert.containsSubset(await read('CHECKOUT.ORDER.APPROVED', approved), waits)

    await gateway.capturePayment(id, 'a')
    const done = { about: 'payment', payment: { id, status: 'captured', capturedAmount: 1000 } }
    assert.containsSubset(await read('PAYMENT.CAPTURE.COMPLETED', captureOf(id)), done)
    assert.containsSubset(await read('CHECKOUT.ORDER.APPROVED', approved), done)
    const denied = { ...captureOf(id), status: 'DECLINED', supplementary_data: undefined }
    assert.containsSubset(await read('PAYMENT.CAPTURE.DENIED', denied), done)

    const refund = await gateway.createRefund(refundIn(id, 250))
    assert.deepEqual(await read('PAYMENT.CAPTURE.REFUNDED', vendor.refunds.get(refund.id)), {
      about: 'refund',
      refund,
    })
    for (const type of ['PAYMENT.CAPTURE.REVERSED', 'BILLING.PLAN.CREATED'])
      assert.deepEqual(await read(type, { id: 'x' }), { about: 'other' })
  })

  test('a dispute about several payments claims each of ours', async ({ assert }) => {
    const [one, other] = [await paid(), await paid()]
    const about = (...captures: { id: string }[]) => ({
      dispute_id: 'PP-D-2',
      disputed_transactions: captures.map(({ id }) => ({ seller_transaction_id: id })),
      dispute_amount: { currency_code: 'USD', value: '15.00' },
      status: 'OPEN',
    })
    const [first, second] = [captureOf(one.id), captureOf(other.id)]
    const both = vendor.message('CUSTOMER.DISPUTE.CREATED', about(first, second))
    const claim = { status: 'open', currency: 'USD' }
    assert.containsSubset(await gateway.readEvent(both.raw), {
      about: 'several',
      news: [
        { dispute: { ...claim, id: `PP-D-2:${first.id}`, gatewayPaymentId: one.id, amount: 1000 } },
        {
          dispute: { ...claim, id: `PP-D-2:${second.id}`, gatewayPaymentId: other.id, amount: 500 },
        },
      ],
    })
    const foreign = about({ id: '3CFOREIGN' }, second)
    assert.containsSubset(
      await gateway.readEvent(vendor.message('CUSTOMER.DISPUTE.CREATED', foreign).raw),
      { about: 'dispute', dispute: { ...claim, gatewayPaymentId: other.id } }
    )
  })

  test('a dispute {status} {outcome} is {ours}')
    .with([
      { status: 'OPEN', outcome: undefined, ours: 'open' },
      { status: 'UNDER_REVIEW', outcome: undefined, ours: 'open' },
      { status: 'RESOLVED', outcome: 'RESOLVED_SELLER_FAVOUR', ours: 'won' },
      { status: 'RESOLVED', outcome: 'CANCELED_BY_BUYER', ours: 'won' },
      { status: 'RESOLVED', outcome: 'RESOLVED_BUYER_FAVOUR', ours: 'lost' },
    ])
    .run(async ({ assert }, { status, outcome, ours }) => {
      const { id } = await paid()
      const message = vendor.message('CUSTOMER.DISPUTE.UPDATED', {
        dispute_id: 'PP-D-1',
        disputed_transactions: [{ seller_transaction_id: captureOf(id).id }],
        dispute_amount: { currency_code: 'USD', value: '10.00' },
        reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED',
        status,
        ...(outcome && { dispute_outcome: { outcome_code: outcome } }),
      })
      const { objectId } = await gateway.verifyEvent(message.raw, message.headers)
      assert.equal(objectId, 'PP-D-1')
      assert.containsSubset(await gateway.readEvent(message.raw), {
        about: 'dispute',
        dispute: {
          id: 'PP-D-1',
          gatewayPaymentId: id,
          status: ours,
          amount: 1000,
          currency: 'USD',
        },
      })
    })
})
