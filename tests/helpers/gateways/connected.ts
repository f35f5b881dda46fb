/*
 * A vendor's stand-in in the vendor's place: the server of the tests talks to it by the real driver.
 */
import PaypalGateway from '#payments/gateways/paypal'
import RazorpayGateway from '#payments/gateways/razorpay'
import { swapGateway } from '#payments/gateways/registry'
import StripeGateway from '#payments/gateways/stripe'
import { PaypalStandIn } from '#tests/helpers/gateways/paypal_stand_in'
import { RazorpayStandIn } from '#tests/helpers/gateways/razorpay_stand_in'
import type { StandIn } from '#tests/helpers/gateways/stand_in'
import { StripeStandIn } from '#tests/helpers/gateways/stripe_stand_in'
import { setSetting } from '#tests/helpers/settings'

/** ms; the real limit is 10 s */
const timeout = 3000

/** A stand-in, and how to take it away again. */
export interface Connected<Vendor extends StandIn> {
  vendor: Vendor
  disconnect(): Promise<void>
}

function connected<Vendor extends StandIn>(vendor: Vendor, undo: () => void): Connected<Vendor> {
  return {
    vendor,
    async disconnect() {
      undo()
      await vendor.stop()
    },
  }
}

export async function connectStripe(): Promise<Connected<StripeStandIn>> {
  const vendor = new StripeStandIn()
  const { secretKey, webhookSecret } = vendor
  const settings = {
    secretKey,
    webhookSecrets: [webhookSecret],
    url: await vendor.start(),
    timeout,
  }
  return connected(vendor, swapGateway(new StripeGateway(settings)))
}

export async function connectPaypal(): Promise<Connected<PaypalStandIn>> {
  const vendor = new PaypalStandIn()
  const { clientId, clientSecret, webhookId } = vendor
  const settings = { clientId, clientSecret, webhookId, url: await vendor.start(), timeout }
  return connected(vendor, swapGateway(new PaypalGateway(settings)))
}

export async function connectRazorpay(): Promise<Connected<RazorpayStandIn>> {
  const vendor = new RazorpayStandIn()
  const { keyId, keySecret, webhookSecret } = vendor
  const url = await vendor.start()
  const settings = { keyId, keySecret, webhookSecrets: [webhookSecret], url, timeout }
  setSetting('RAZORPAY_KEY_ID', keyId)
  setSetting('RAZORPAY_KEY_SECRET', keySecret)
  const undo = swapGateway(new RazorpayGateway(settings))
  return connected(vendor, () => {
    setSetting('RAZORPAY_KEY_ID', '')
    setSetting('RAZORPAY_KEY_SECRET', '')
    undo()
  })
}
