/* What Stripe's documentation says of the requests that Souk makes. */
import { list, notes, object, oneOf, text, whole } from '#tests/helpers/gateways/shape'

const currency = text(/^[a-z]{3}$/)
const url = text(/^https?:\/\//, 2048)
const amount = whole(1, 99_999_999)

export const INTENT = object({
  amount,
  currency,
  description: text(undefined, 1000),
  automatic_payment_methods: object({ enabled: oneOf('true') }),
  metadata: object({ payment_id: text(/^pay_/) }),
})
export const SESSION = object({
  mode: oneOf('payment'),
  line_items: list(
    object({
      quantity: oneOf(1),
      price_data: object({
        currency,
        unit_amount: amount,
        product_data: object({ name: text(undefined, 1500) }),
      }),
    }),
    1
  ),
  client_reference_id: text(/^pay_/, 200),
  metadata: notes,
  payment_intent_data: object({ description: text(), metadata: notes }),
  success_url: url,
  cancel_url: url,
})
export const REFUND = object({ payment_intent: text(/^pi_/), amount, metadata: notes })
