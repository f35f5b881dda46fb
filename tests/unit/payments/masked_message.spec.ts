import { test } from '@japa/runner'
import { maskedMessage } from '#payments/services/masked_message'

/** What nobody may read, as the vendors send it. */
const PEOPLE = {
  name: 'Kanarina Vogel',
  lowName: 'kanarina vogel',
  email: 'kanarina@example.com',
  phone: '+4917012345678',
  bareNumber: '4917012345679',
  street: 'Kanarienweg 5',
  postcode: '96317',
  pan: '4242424242424242',
  last4: '4711',
  vpa: 'kanarina@okbank',
  ip: '203.0.113.77',
  ip6: '2a00:1450:4001:800::77',
  secret: 'pi_3Nv1_secret_kanarienvogel',
  url: 'https://pay.example/receipts/kanarina-3141',
  words: 'For Kanarina with love',
  tax: 'DE811907980',
  payer: 'KANARINA12345',
  fingerprint: 'Xt5EWLLDS7FJjR1c',
  token: 'tok_1Nv1kanarina',
  key: 'kanarina.1985@example.org',
}

const STRIPE = {
  id: 'evt_1Nv2XYZ',
  object: 'event',
  api_version: '2026-09-30.clover',
  created: 1795241520,
  livemode: true,
  type: 'payment_intent.succeeded',
  request: { id: 'req_12ab', idempotency_key: PEOPLE.token },
  data: {
    object: {
      id: 'pi_3Nv1ABC',
      object: 'payment_intent',
      amount: 11900,
      amount_received: 11900,
      amount_capturable: 0,
      currency: 'eur',
      customer: 'cus_9s6XKzkNRiz8i3',
      client_secret: PEOPLE.secret,
      description: PEOPLE.words,
      receipt_email: PEOPLE.email,
      latest_charge: 'ch_3Nv1ABC',
      statement_descriptor: PEOPLE.lowName,
      status: 'succeeded',
      metadata: { payment_id: 'pay_01m7y7gtmse4c8j4w2m2tct8en', [PEOPLE.key]: PEOPLE.words },
      shipping: { name: PEOPLE.name, address: { line1: PEOPLE.street, postal_code: 96317 } },
      payment_method_details: {
        type: 'card',
        card: { last4: 4711, exp_year: 2031, fingerprint: PEOPLE.fingerprint },
      },
      billing_details: { email: PEOPLE.email, phone: PEOPLE.phone },
      last_payment_error: {
        code: 'card_declined',
        decline_code: 'insufficient_funds',
        message: PEOPLE.words,
      },
    },
  },
}

const PAYPAL = {
  id: 'WH-58D329510W468432D-8HN650336L201105X',
  event_version: '1.0',
  create_time: '2026-11-21T07:12:00.123Z',
  event_type: 'PAYMENT.CAPTURE.COMPLETED',
  resource_type: 'capture',
  summary: PEOPLE.words,
  resource: {
    id: '42311647XV020574X',
    status: 'COMPLETED',
    amount: { currency_code: 'EUR', value: '119.00' },
    custom_id: 'pay_01m7y7gtmse4c8j4w2m2tct8en',
    payee: { email_address: PEOPLE.email },
    payer: { payer_id: PEOPLE.payer, name: { given_name: PEOPLE.name }, tax_info: PEOPLE.tax },
    purchase_units: [{ shipping: { name: PEOPLE.name, address: { postal_code: 96317 } } }],
    custom_fields: [{ name: PEOPLE.lowName, value: PEOPLE.bareNumber }],
    links: [{ href: PEOPLE.url, rel: 'self', method: 'GET' }],
  },
}

const RAZORPAY = {
  entity: 'event',
  account_id: 'acc_BFQ7uQEaa7j2z7',
  event: 'payment.captured',
  contains: ['payment'],
  created_at: 1795241520,
  payload: {
    payment: {
      entity: {
        id: 'pay_DESlfW9H8K9uqM',
        entity: 'payment',
        amount: 11900,
        currency: 'INR',
        status: 'captured',
        order_id: 'order_DESlLckIVRkHWj',
        method: 'upi',
        fee: 236,
        tax: 36,
        vpa: PEOPLE.vpa,
        email: PEOPLE.email,
        contact: Number(PEOPLE.bareNumber),
        card_id: null,
        card: { name: PEOPLE.name, last4: PEOPLE.last4, number: PEOPLE.pan },
        notes: { address: PEOPLE.street, customer_name: PEOPLE.lowName },
        token_id: PEOPLE.token,
        ip: PEOPLE.ip,
        device_id: PEOPLE.fingerprint,
        error_reason: null,
      },
    },
  },
}

test.group('maskedMessage', () => {
  test('lets nothing of anybody out of what the vendors send', ({ assert }) => {
    for (const message of [STRIPE, PAYPAL, RAZORPAY]) {
      const shown = JSON.stringify(maskedMessage(JSON.stringify(message)))
      for (const [what, value] of Object.entries(PEOPLE)) assert.notInclude(shown, value, what)
      for (const word of ['96317', '4711', '2031']) assert.notInclude(shown, word)
    }
  })

  test('lets nothing out whatever it is called, unless the name says what it is', ({ assert }) => {
    const names = `body contact number note title label subject text comment data value given_name
      surname company city state_name line1 lat ip_address account_number iban routing_number cvc
      exp_month birth_date date_of_birth username login href url receipt password code otp`
    for (const name of names.split(/\s+/))
      for (const value of Object.values(PEOPLE)) {
        const numeric = /^\d+$/.test(value) ? [Number(value)] : []
        for (const planted of [value, ...numeric]) {
          const raw = JSON.stringify({ id: 'evt_1', [name]: planted, deep: [{ [name]: planted }] })
          assert.notInclude(JSON.stringify(maskedMessage(raw)), value, `${name}: ${value}`)
        }
      }
  })

  test('shows no person behind a name that ids, states and times have', ({ assert }) => {
    const { name, email, phone, bareNumber, street, ip, ip6, secret, url, words, pan } = PEOPLE
    for (const title of ['id', 'customer', 'status', 'type', 'created_at', 'amount', 'reason'])
      for (const value of [name, email, phone, street, ip, ip6, secret, url, words]) {
        const raw = JSON.stringify({ [title]: value, currency: 'EUR' })
        assert.notInclude(JSON.stringify(maskedMessage(raw)), value, `${title}: ${value}`)
      }
    for (const title of ['id', 'customer', 'status', 'type'])
      for (const value of [bareNumber, pan, Number(pan)])
        assert.notInclude(
          JSON.stringify(maskedMessage(JSON.stringify({ [title]: value }))),
          String(value)
        )
  })

  test('keeps ids, types, states, amounts, currencies and times', ({ assert }) => {
    const stripe = maskedMessage(JSON.stringify(STRIPE)).payload as any
    for (const kept of ['id', 'object', 'api_version', 'created', 'livemode', 'type'] as const)
      assert.equal(stripe[kept], STRIPE[kept], kept)
    const intent = stripe.data.object
    for (const kept of [
      ...['id', 'object', 'amount', 'amount_received', 'amount_capturable', 'currency'],
      ...['customer', 'latest_charge', 'status'],
    ] as const)
      assert.equal(intent[kept], STRIPE.data.object[kept as 'id'], kept)
    assert.equal(intent.metadata.payment_id, 'pay_01m7y7gtmse4c8j4w2m2tct8en')
    assert.equal(intent.last_payment_error.decline_code, 'insufficient_funds')
    assert.deepEqual(intent.payment_method_details, { type: 'card', card: '[masked]' })

    const paypal = maskedMessage(JSON.stringify(PAYPAL)).payload as any
    assert.include(paypal, {
      id: PAYPAL.id,
      event_version: '1.0',
      create_time: PAYPAL.create_time,
      event_type: PAYPAL.event_type,
    })
    assert.deepEqual(paypal.resource.amount, PAYPAL.resource.amount)
    assert.include(paypal.resource, { id: PAYPAL.resource.id, status: 'COMPLETED' })

    const razorpay = maskedMessage(JSON.stringify(RAZORPAY)).payload as any
    assert.deepEqual(razorpay.contains, ['payment'])
    const attempt = RAZORPAY.payload.payment.entity
    for (const kept of ['id', 'amount', 'currency', 'status', 'order_id', 'method', 'fee', 'tax'])
      assert.equal(razorpay.payload.payment.entity[kept], attempt[kept as 'id'], kept)
  })

  test('is no longer than 32 KB, however long, wide or deep the message is', ({ assert }) => {
    const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`a_${at}`, at]))
    const empty = Array.from({ length: 100_000 }, () => ({}))
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
    const long = { id: 'evt_1', list: Array.from({ length: 9_000 }, () => ({ id: 'item_1' })) }
    for (const raw of [
      JSON.stringify(wide),
      JSON.stringify({ empty }),
      deep,
      JSON.stringify(long),
    ]) {
      const { payload, isCut } = maskedMessage(raw)
      assert.isTrue(isCut)
      assert.isAtMost(JSON.stringify(payload).length, 33 * 1024)
    }
    assert.isFalse(maskedMessage(JSON.stringify(STRIPE)).isCut)
  })

  test('is nothing of what was erased, or is no message', ({ assert }) => {
    for (const raw of ['{}', '', 'no JSON', '"text"', '12', 'null', '[1]'])
      assert.deepEqual(maskedMessage(raw), { payload: null, isCut: false })
    const { payload } = maskedMessage('{"__proto__":{"id":"a1b2"},"id":"evt_1"}')
    assert.equal(Object.getPrototypeOf(payload), Object.prototype)
  })
})
