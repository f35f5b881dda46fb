import { getActiveTest } from '@japa/runner'
import { newId } from '#core/support/ids'
import StartPayment from '#payments/actions/start_payment'
import type { GatewayName } from '#payments/gateways/gateway'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import {
  connectPaypal,
  connectRazorpay,
  connectStripe,
  type Connected,
} from '#tests/helpers/gateways/connected'
import type { StandIn } from '#tests/helpers/gateways/stand_in'
import { asActor } from '#tests/helpers/marketplace'
import { makeOrder } from '#tests/helpers/payments'
import type { MatrixRow } from '#tests/matrix/row'

/** A stand-in that is there as long as the test; outside of tests, as long as the process. */
async function during<Vendor extends StandIn>(connecting: Promise<Connected<Vendor>>) {
  const { vendor, disconnect } = await connecting
  getActiveTest()?.cleanup(disconnect)
  return vendor
}

/** An order of the caller's that can be paid; of some client's when the caller is none. */
async function orderFor(caller: TestActor) {
  const isClient = caller.user.role === 'client'
  return makeOrder({ client: isClient ? caller : await actorOfRole('client') })
}

async function payable(caller: TestActor) {
  const { orderId } = await orderFor(caller)
  return { headers: { 'idempotency-key': newId('payment') }, body: { orderId } }
}

async function begun(caller: TestActor, gateway: GatewayName) {
  const { client, orderId } = await orderFor(caller)
  return new StartPayment().execute({ actor: asActor(client), orderId, gateway })
}

export const rows: MatrixRow[] = [
  {
    route: 'payments.stripe.checkouts.store',
    allow: ['client'],
    request: async (caller) => {
      await during(connectStripe())
      return payable(caller)
    },
    success: 201,
  },
  {
    route: 'payments.paypal.orders.store',
    allow: ['client'],
    request: async (caller) => {
      await during(connectPaypal())
      return payable(caller)
    },
    success: 201,
  },
  {
    route: 'payments.paypal.captures.store',
    allow: ['client'],
    request: async (caller) => {
      const vendor = await during(connectPaypal())
      const payment = await begun(caller, 'paypal')
      vendor.approve(payment.gateway_payment_id)
      return {
        headers: { 'idempotency-key': newId('payment') },
        body: { paymentId: payment.id },
      }
    },
    success: 200,
  },
  {
    route: 'payments.razorpay.orders.store',
    allow: ['client'],
    request: async (caller) => {
      await during(connectRazorpay())
      return payable(caller)
    },
    success: 201,
  },
  {
    route: 'payments.razorpay.verifications.store',
    allow: ['client'],
    request: async (caller) => {
      const vendor = await during(connectRazorpay())
      const payment = await begun(caller, 'razorpay')
      const { answer } = vendor.pay(payment.gateway_payment_id)
      return {
        body: {
          razorpayOrderId: answer.orderId,
          razorpayPaymentId: answer.paymentId,
          razorpaySignature: answer.signature,
        },
      }
    },
    success: 200,
  },
]
