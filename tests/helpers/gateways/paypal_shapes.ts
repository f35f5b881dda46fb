/* What PayPal's documentation says of the requests that Souk makes. */
import { list, object, oneOf, text } from '#tests/helpers/gateways/shape'

const url = text(/^https?:\/\//, 4000)
const money = object({
  currency_code: text(/^[A-Z]{3}$/),
  value: text(/^(?:\d+|\d+\.\d{2,3})$/, 32),
})

export const ORDER = object({
  intent: oneOf('CAPTURE'),
  purchase_units: list(
    object({
      reference_id: text(undefined, 256),
      custom_id: text(/^pay_/, 255),
      invoice_id: text(/^pay_/, 127),
      description: text(undefined, 127),
      amount: money,
    }),
    1
  ),
  payment_source: object({
    paypal: object({
      experience_context: object({
        return_url: url,
        cancel_url: url,
        shipping_preference: oneOf('NO_SHIPPING'),
        user_action: oneOf('PAY_NOW'),
      }),
    }),
  }),
})

export const REFUND = object({
  amount: money,
  custom_id: text(/^rfd_/, 255),
  invoice_id: text(/^rfd_/, 127),
})

export const VERIFY = object({
  auth_algo: text(/^[a-zA-Z0-9]+$/, 100),
  cert_url: text(/^https:\/\//, 500),
  transmission_id: text(/^(?!\d+$)\w+\S+$/, 50),
  transmission_sig: text(/^(?!\d+$)\w+\S+$/, 500),
  transmission_time: text(/^\d{4}-\d\d-\d\dT/, 100),
  webhook_id: text(/^[a-zA-Z0-9]+$/, 50),
  webhook_event: (value, path) =>
    value && typeof value === 'object' ? null : `${path} is no object`,
})

/** How many decimals PayPal gives a currency. */
export function decimalsOf(currency: string): number {
  return /^(?:HUF|JPY|TWD)$/.test(currency) ? 0 : 2
}

/** The currencies PayPal takes. */
export const CURRENCIES = new Set(
  'AUD BRL CAD CNY CZK DKK EUR HKD HUF ILS JPY MYR MXN TWD NZD NOK PHP PLN GBP SGD SEK CHF THB USD'.split(
    ' '
  )
)
