/*
 * A process of its own, on the database of the run: makes callers and valid requests with real
 * objects when it is asked to, by the rows of the permission matrix.
 */
import type { Role } from '#core/actor'
import type { MatrixRequest, MatrixRow } from '#tests/matrix/row'
import { inApp } from '../faults/in_app.js'

/** What the fuzzer asks for: `route` null is only somebody with this role. */
export interface Wish {
  id: number
  route: string | null
  role: Role
}

/** A caller and, when a route was named, one valid request. */
export interface Made {
  token: string
  userId: string
  request: MatrixRequest
}

export interface RouteFacts {
  route: string
  allow: MatrixRow['allow']
  /** whose objects are found by their owners alone */
  owned: NonNullable<MatrixRow['object']>['owned']
  /** it is refused without an Idempotency-Key */
  needsKey: boolean
  /** one that comes along says nothing */
  ignoresKey: boolean
}

/** The first message of the process. */
export interface Ready {
  routes: RouteFacts[]
  /** settings by which a server talks to the stand-ins of the vendors */
  gateways: Record<string, string>
}

await inApp(async () => {
  const { actorOfRole } = await import('#tests/helpers/actors')
  const { loadRows } = await import('#tests/matrix/matrix')
  const { ignoresKey, needsKey } = await import('#core/idempotency/routes')
  const { default: router } = await import('@adonisjs/core/services/router')
  router.commit()
  const rows = new Map((await loadRows()).map((row) => [row.route, row]))

  const make = async ({ route, role }: Wish): Promise<Made> => {
    const caller = await actorOfRole(role)
    const row = route === null ? undefined : rows.get(route)
    const request = (await row?.request(caller)) ?? {}
    return { token: caller.headers.authorization, userId: caller.user.id, request }
  }

  // one after the other: making a valid request may drain the outbox, which two at once share
  let last: Promise<unknown> = Promise.resolve()
  process.on('message', (wish: Wish) => {
    const made = last.then(() => make(wish))
    last = made.catch(() => {})
    made.then(
      (result) => process.send!({ id: wish.id, made: result }),
      (error: Error) => process.send!({ id: wish.id, error: `${wish.route}: ${error.stack}` })
    )
  })
  const parentIsGone = new Promise((resolve) => process.once('disconnect', resolve))
  const routes = [...rows.values()].map(({ route, allow, object }) => ({
    route,
    allow,
    owned: object?.owned ?? false,
    needsKey: needsKey(route),
    ignoresKey: ignoresKey(route),
  }))
  process.send!({ routes, gateways: await vendors() } satisfies Ready)
  await parentIsGone
})

async function vendors(): Promise<Record<string, string>> {
  const { PaypalStandIn } = await import('#tests/helpers/gateways/paypal_stand_in')
  const { RazorpayStandIn } = await import('#tests/helpers/gateways/razorpay_stand_in')
  const { StripeStandIn } = await import('#tests/helpers/gateways/stripe_stand_in')
  const { aGoogle } = await import('#tests/matrix/auth')
  const [stripe, paypal, razorpay] = [
    new StripeStandIn(),
    new PaypalStandIn(),
    new RazorpayStandIn(),
  ]
  return {
    PAYMENT_GATEWAYS: 'sandbox,stripe,paypal,razorpay',
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    STRIPE_API_URL: await stripe.start(),
    PAYPAL_CLIENT_ID: paypal.clientId,
    PAYPAL_CLIENT_SECRET: paypal.clientSecret,
    PAYPAL_WEBHOOK_ID: paypal.webhookId,
    PAYPAL_API_URL: await paypal.start(),
    RAZORPAY_KEY_ID: razorpay.keyId,
    RAZORPAY_KEY_SECRET: razorpay.keySecret,
    RAZORPAY_WEBHOOK_SECRET: razorpay.webhookSecret,
    RAZORPAY_API_URL: await razorpay.start(),
    ...(await aGoogle()).settings,
  }
}
