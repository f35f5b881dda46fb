import { createHmac } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { GatewayUnavailable, InvalidSignature } from '#payments/errors'
import type { Gateway } from '#payments/gateways/gateway'
import PaypalGateway from '#payments/gateways/paypal'
import RazorpayGateway from '#payments/gateways/razorpay'
import StripeGateway from '#payments/gateways/stripe'
import { PaypalStandIn } from '#tests/helpers/gateways/paypal_stand_in'
import { RazorpayStandIn } from '#tests/helpers/gateways/razorpay_stand_in'
import { all, paymentIn, refundIn, rejects } from '#tests/helpers/gateways/samples'
import type { Misdeed, StandIn } from '#tests/helpers/gateways/stand_in'
import { StripeStandIn } from '#tests/helpers/gateways/stripe_stand_in'

/** ms; the real limit is 10 s. What shall succeed has all the time of a busy machine. */
const LIMIT = 400
const PATIENCE = 10_000

interface Vendor {
  name: string
  start(): Promise<{
    standIn: StandIn
    gateway: Gateway
    /** the same, with little time */
    hurried: Gateway
    pay(id: string): Promise<unknown>
  }>
  made(standIn: any): { payments: number; refunds: number }
  /** the path of the call that makes a payment, and a refund */
  payments: RegExp
  refunds: RegExp
}

const VENDORS: Vendor[] = [
  {
    name: 'Stripe',
    async start() {
      const standIn = new StripeStandIn()
      const { secretKey, webhookSecret } = standIn
      const settings = { secretKey, webhookSecrets: [webhookSecret], url: await standIn.start() }
      const gateway = new StripeGateway({ ...settings, timeout: PATIENCE })
      const hurried = new StripeGateway({ ...settings, timeout: LIMIT })
      return { standIn, gateway, hurried, pay: async (id) => standIn.pay(id) }
    },
    made: ({ intents, refunds }) => ({ payments: intents.size, refunds: refunds.size }),
    payments: /payment_intents$/,
    refunds: /refunds$/,
  },
  {
    name: 'PayPal',
    async start() {
      const standIn = new PaypalStandIn()
      const { clientId, clientSecret, webhookId } = standIn
      const settings = { clientId, clientSecret, webhookId, url: await standIn.start() }
      const gateway = new PaypalGateway({ ...settings, timeout: PATIENCE })
      const hurried = new PaypalGateway({ ...settings, timeout: LIMIT })
      const pay = async (id: string) => {
        standIn.approve(id)
        return gateway.capturePayment(id, 'pay')
      }
      return { standIn, gateway, hurried, pay }
    },
    made: ({ orders, refunds }) => ({ payments: orders.size, refunds: refunds.size }),
    payments: /orders$/,
    refunds: /refund$/,
  },
  {
    name: 'Razorpay',
    async start() {
      const standIn = new RazorpayStandIn()
      const { keyId, keySecret, webhookSecret } = standIn
      const settings = {
        keyId,
        keySecret,
        webhookSecrets: [webhookSecret],
        url: await standIn.start(),
      }
      const gateway = new RazorpayGateway({ ...settings, timeout: PATIENCE })
      const hurried = new RazorpayGateway({ ...settings, timeout: LIMIT })
      return { standIn, gateway, hurried, pay: async (id) => standIn.pay(id) }
    },
    made: ({ orders, refunds }) => ({ payments: orders.size, refunds: refunds.size }),
    payments: /orders$/,
    refunds: /refund$/,
  },
]

/** Loading an SDK takes longer than the limit of these tests. */
const warm = Promise.all([
  import('stripe'),
  import('razorpay'),
  import('@paypal/paypal-server-sdk'),
  import('axios'),
])

const MISDEEDS: Misdeed[] = ['hang', 'fail', 'garbage', 'busy', 'lost', 'moved']

for (const vendor of VENDORS) {
  test.group(`${vendor.name} misbehaves`, (group) => {
    let at: Awaited<ReturnType<Vendor['start']>>

    group.each.setup(async () => {
      await warm
      at = await vendor.start()
      return () => at.standIn.stop()
    })

    test('{$self}: every question ends as unavailable, in time')
      .with(MISDEEDS)
      .run(async ({ assert }, misdeed) => {
        const { gateway, hurried, standIn, pay } = at
        const { id } = await gateway.createPayment(paymentIn())
        await pay(id)
        const refund = await gateway.createRefund(refundIn(id, 100))
        const questions = [
          () => hurried.createPayment(paymentIn()),
          () => hurried.getPayment(id),
          () => hurried.capturePayment(id, 'c'),
          () => hurried.cancelPayment(id, 'x'),
          () => hurried.createRefund(refundIn(id, 100)),
          () => hurried.getRefund(refund.id, id),
          () => all(hurried.listPayments(0, 1000)),
        ]
        /* not PayPal's token: its questions themselves */
        standIn.misbehave(misdeed, { path: /^(?!.*oauth2)/, times: 1000 })
        for (const question of questions) {
          const start = performance.now()
          const error = await rejects(assert, question, GatewayUnavailable)
          assert.isBelow(performance.now() - start, PATIENCE)
          assert.equal(error.status, 503)
        }
      })
      .timeout(20_000)

    test('an answer that got lost is asked for again: one payment, one refund', async ({
      assert,
    }) => {
      const { gateway, hurried, standIn, pay } = at
      const input = paymentIn()
      for (const misdeed of ['lost', 'hang', 'lost'] as const) {
        standIn.misbehave(misdeed, { path: vendor.payments })
        await rejects(assert, () => hurried.createPayment(input), GatewayUnavailable)
      }
      const { id } = await gateway.createPayment(input)
      await pay(id)
      const refund = refundIn(id, 400)
      standIn.misbehave('lost', { path: vendor.refunds })
      await rejects(assert, () => hurried.createRefund(refund), GatewayUnavailable)
      assert.equal((await gateway.createRefund(refund)).amount, 400)
      assert.deepEqual(vendor.made(standIn), { payments: 1, refunds: 1 })
    })

    test('a refund whose key was forgotten there is found, not made again', async ({ assert }) => {
      const { gateway, standIn, pay } = at
      const { id } = await gateway.createPayment(paymentIn())
      await pay(id)
      const [other, refund] = [refundIn(id, 300), refundIn(id, 300)]
      await gateway.createRefund(other)
      const { id: made } = await gateway.createRefund(refund)
      standIn.forgetKeys()
      const again = await gateway.createRefund({ ...refund, isRepeat: true })
      assert.include(again, { id: made, refundId: refund.refundId })
      assert.equal(vendor.made(standIn).refunds, 2)
      // one that never arrived is made
      const third = await gateway.createRefund({ ...refundIn(id, 300), isRepeat: true })
      assert.equal(third.amount, 300)
      assert.equal(vendor.made(standIn).refunds, 3)
    })

    test('a late answer is no answer, and the payment is there the next time', async ({
      assert,
    }) => {
      const { gateway, hurried, standIn } = at
      const input = paymentIn()
      standIn.delay = LIMIT + 200
      await rejects(assert, () => hurried.createPayment(input), GatewayUnavailable)
      standIn.delay = 0
      assert.equal((await gateway.createPayment(input)).amount, input.amount)
      assert.equal(vendor.made(standIn).payments, 1)
    })

    test('a closed port is unavailable', async ({ assert }) => {
      const { gateway, standIn } = at
      await standIn.stop()
      await rejects(assert, () => gateway.getPayment('x'), GatewayUnavailable)
      await standIn.start()
    })
  })
}

test.group('A vendor that is not configured', () => {
  const nowhere = { url: 'http://127.0.0.1:1', timeout: LIMIT }
  const vendors = [
    new StripeGateway({ secretKey: '', webhookSecrets: [], ...nowhere }),
    new PaypalGateway({ clientId: '', clientSecret: '', webhookId: '', ...nowhere }),
    new RazorpayGateway({ keyId: '', keySecret: '', webhookSecrets: [], ...nowhere }),
  ]

  test('believes no message, and answers no question', async ({ assert }) => {
    await warm
    const signature = createHmac('sha256', '').update('{}').digest('hex')
    const headers = {
      'x-razorpay-signature': signature,
      'x-razorpay-event-id': 'e1',
      'stripe-signature': `t=${Math.floor(Date.now() / 1000)},v1=${signature}`,
    }
    for (const gateway of vendors) {
      await rejects(assert, () => gateway.verifyEvent('{}', headers), InvalidSignature)
      await rejects(assert, () => gateway.getPayment('x'), GatewayUnavailable)
    }
  })
})

test.group('The SDKs of vendors', () => {
  test('are imported only when they are used', async ({ assert }) => {
    const folder = app.makePath('app/payments')
    const names = await readdir(folder, { recursive: true })
    const files = names.filter((name) => name.endsWith('.ts'))
    const imports =
      /^import (?!type ).*from '(?:stripe|razorpay|axios|@paypal\/paypal-server-sdk)'/m
    assert.include(files.join(), 'stripe_client.ts')
    for (const file of files)
      assert.notMatch(await readFile(`${folder}/${file}`, 'utf8'), imports, file)
  })
})
