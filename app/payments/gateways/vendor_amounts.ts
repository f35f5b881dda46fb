/*
 * Vendors count money in their own ways. Ours are integer minor units of ISO 4217; what cannot be
 * said exactly in the vendor's way is refused rather than rounded.
 */
import { exponentOf, MAX_AMOUNT } from '#core/support/money'
import type { GatewayName } from '#payments/gateways/gateway'
import { GatewayRefused, GatewayUnavailable } from '#payments/errors'

/**
 * How many decimals a gateway gives a currency where it differs from ISO 4217: Stripe takes ISK and
 * UGX in hundredths that must be 00 and MGA whole; PayPal knows no decimals of HUF and TWD.
 */
const DECIMALS: Partial<Record<GatewayName, Record<string, number>>> = {
  stripe: { ISK: 2, UGX: 2, MGA: 0 },
  paypal: { HUF: 0, TWD: 0 },
}

/** Networks settle these to a hundredth only: Stripe and Razorpay want the last digit 0. */
const ENDS_IN_ZERO = new Set<GatewayName>(['stripe', 'razorpay'])

function decimalsOf(gateway: GatewayName, currency: string): number {
  return DECIMALS[gateway]?.[currency] ?? exponentOf(currency)
}

/**
 * Our minor units as the gateway's.
 *
 * @throws GatewayRefused when the gateway cannot take this amount exactly
 */
export function toVendor(gateway: GatewayName, amount: number, currency: string): number {
  const units = unitsOf(gateway, amount, currency)
  if (units !== null) return units
  throw new GatewayRefused(gateway, `it cannot take ${amount} minor units of ${currency} exactly`)
}

/** Whether a gateway can give or take this amount (minor units) exactly. */
export function canTake(gateway: GatewayName, amount: number, currency: string): boolean {
  return unitsOf(gateway, amount, currency) !== null
}

function unitsOf(gateway: GatewayName, amount: number, currency: string): number | null {
  const shift = decimalsOf(gateway, currency) - exponentOf(currency)
  const units = shift >= 0 ? amount * 10 ** shift : amount / 10 ** -shift
  const endsRight = !ENDS_IN_ZERO.has(gateway) || exponentOf(currency) < 3 || units % 10 === 0
  return Number.isSafeInteger(units) && endsRight ? units : null
}

/**
 * The gateway's minor units as ours; a currency in either case.
 *
 * @throws GatewayUnavailable when this is no amount
 */
export function fromVendor(gateway: GatewayName, units: unknown, currency: string): number {
  const code = currency.toUpperCase()
  const shift = exponentOf(code) - decimalsOf(gateway, code)
  const value = Number(units)
  const amount = shift >= 0 ? value * 10 ** shift : value / 10 ** -shift
  const isAmount = units !== null && units !== '' && Number.isSafeInteger(amount) && amount >= 0
  if (isAmount && amount <= MAX_AMOUNT) return amount
  throw new GatewayUnavailable(gateway, `${String(units)} is no amount of ${code}`)
}

/** Our minor units as the gateway's decimal text: 1999 USD is "19.99", 1999 JPY is "1999". */
export function toDecimal(gateway: GatewayName, amount: number, currency: string): string {
  const decimals = decimalsOf(gateway, currency)
  const digits = String(toVendor(gateway, amount, currency)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return decimals ? `${whole}.${digits.slice(-decimals)}` : whole
}

/**
 * A decimal text as our minor units, without a float in between.
 *
 * @throws GatewayUnavailable when it is no amount, or finer than our minor unit
 */
export function fromDecimal(gateway: GatewayName, text: unknown, currency: string): number {
  const match = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(String(text))
  const exponent = exponentOf(currency.toUpperCase())
  const fraction = (match?.[2] ?? '').padEnd(exponent, '0')
  const amount = Number(`${match?.[1] ?? ''}${fraction.slice(0, exponent)}`)
  const isExact = match !== null && !/[1-9]/.test(fraction.slice(exponent))
  if (isExact && amount <= MAX_AMOUNT) return amount
  throw new GatewayUnavailable(gateway, `${String(text)} is no amount of ${currency}`)
}
