import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ReceiveWebhook from '#payments/actions/receive_webhook'
import type { GatewayName } from '#payments/gateways/gateway'

/** Where the gateways send their messages. A message that is known already is taken, too. */
@inject()
export default class WebhooksController {
  constructor(private receiveWebhook: ReceiveWebhook) {}

  /** A signed message of Stripe. */
  async stripe(ctx: HttpContext) {
    return this.#take(ctx, 'stripe')
  }

  /** A signed message of PayPal. */
  async paypal(ctx: HttpContext) {
    return this.#take(ctx, 'paypal')
  }

  /** A signed message of Razorpay. */
  async razorpay(ctx: HttpContext) {
    return this.#take(ctx, 'razorpay')
  }

  /** A signed message of the sandbox gateway. */
  async sandbox(ctx: HttpContext) {
    return this.#take(ctx, 'sandbox')
  }

  async #take({ request, serialize }: HttpContext, gateway: GatewayName) {
    const isNew = await this.receiveWebhook.execute({
      gateway,
      raw: request.raw() ?? '',
      headers: plainHeaders(request.headers()),
    })
    return serialize({ received: true, isNew })
  }
}

/** A header that came twice proves nothing. */
function plainHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string | undefined> {
  const entries = Object.entries(headers).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(entries) as Record<string, string>
}
