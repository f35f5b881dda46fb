import { test } from '@japa/runner'
import fc from 'fast-check'
import { MAX_AMOUNT } from '#core/support/money'
import { GatewayRefused, GatewayUnavailable } from '#payments/errors'
import { fromDecimal, fromVendor, toDecimal, toVendor } from '#payments/gateways/vendor_amounts'

const VENDORS = ['stripe', 'paypal', 'razorpay'] as const
const CURRENCIES = ['USD', 'EUR', 'JPY', 'KRW', 'KWD', 'TND', 'HUF', 'TWD', 'ISK', 'UGX', 'MGA']

const input = [
  fc.constantFrom(...VENDORS),
  fc.integer({ min: 1, max: MAX_AMOUNT }),
  fc.constantFrom(...CURRENCIES),
] as const

/** null when the vendor cannot take the amount exactly; any other error comes through. */
function unlessRefused<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof GatewayRefused) return null
    throw error
  }
}

test.group('Amounts as vendors count them', () => {
  test('10,000 of them go there and come back exactly, or are refused', () => {
    const property = fc.property(...input, (vendor, amount, currency) => {
      const units = unlessRefused(() => toVendor(vendor, amount, currency))
      if (units === null) return true
      const text = toDecimal(vendor, amount, currency)
      return (
        fromVendor(vendor, units, currency.toLowerCase()) === amount &&
        fromDecimal(vendor, text, currency) === amount
      )
    })
    fc.assert(property, { numRuns: 10_000 })
  })

  test('what is refused: fractions that the vendor has not', ({ assert }) => {
    for (const [vendor, amount, currency] of [
      ['stripe', 1995, 'KWD'],
      ['razorpay', 1995, 'KWD'],
      ['stripe', 150, 'MGA'],
      ['paypal', 150, 'HUF'],
    ] as const)
      assert.throws(() => toVendor(vendor, amount, currency), /exactly/)
    assert.equal(toVendor('paypal', 1995, 'KWD'), 1995)
  })

  test('decimal texts are read without rounding')
    .with([
      { text: '19.99', currency: 'USD', amount: 1999 },
      { text: '0.29', currency: 'USD', amount: 29 },
      { text: '1.1', currency: 'USD', amount: 110 },
      { text: '19.990', currency: 'USD', amount: 1999 },
      { text: '1999', currency: 'JPY', amount: 1999 },
      { text: '1999.00', currency: 'JPY', amount: 1999 },
      { text: '1.995', currency: 'KWD', amount: 1995 },
    ])
    .run(({ assert }, { text, currency, amount }) => {
      assert.strictEqual(fromDecimal('paypal', text, currency), amount)
    })

  test('what is no amount counts as no answer', ({ assert }) => {
    const texts = ['', 'abc', '-1', '1e3', '1.999', '1,00', 'NaN', ' 1', null, undefined, {}]
    for (const text of texts)
      assert.throws(() => fromDecimal('paypal', text, 'USD'), GatewayUnavailable)
    for (const units of [-1, 1.5, 'x', '', null, undefined, Infinity, {}, MAX_AMOUNT + 1])
      assert.throws(() => fromVendor('stripe', units, 'usd'), GatewayUnavailable)
  })
})
