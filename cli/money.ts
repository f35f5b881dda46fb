/*
 * Money and percentages as people type them: decimals, turned into whole minor units and basis
 * points by their digits, never through a float.
 */
import { InvalidArgumentError } from 'commander'
import { UsageError } from './errors.ts'
import { currencyExponent } from './output/values.ts'
import type { Money } from './output/values.ts'

/** A flag's decimal; which currency it is in may be known only later. */
export function parseAmount(text: string): string {
  if (/^\d{1,13}(\.\d+)?$/.test(text)) return text
  throw new InvalidArgumentError('Expected an amount such as 40 or 12.50.')
}

/** `12.50` in EUR: 1250 minor units. Throws for more digits than the currency has. */
export function moneyOf(text: string, currency: unknown): Money {
  if (typeof currency !== 'string') throw new UsageError('an amount needs --currency <code>')
  const exponent = currencyExponent(currency)
  const [whole, fraction = ''] = text.split('.')
  if (fraction.length > exponent) {
    throw new UsageError(`${currency} has ${exponent} decimals: ${text} is too exact`)
  }
  return { amount: Number(whole + fraction.padEnd(exponent, '0')), currency }
}

/** `12.5` (per cent): 1250 basis points. */
export function parsePercent(text: string): number {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text)
  const bps = match ? Number(match[1] + (match[2] ?? '').padEnd(2, '0')) : Number.NaN
  if (bps <= 10_000) return bps
  throw new InvalidArgumentError('Expected a percentage, 0 to 100, such as 12.5.')
}

/** 1250 basis points: `12.5 %`. */
export function percentText(bps: number): string {
  const [whole, fraction] = [Math.floor(bps / 100), bps % 100]
  const digits = String(fraction).padStart(2, '0').replace(/0+$/, '')
  return `${whole}${digits && `.${digits}`} %`
}
