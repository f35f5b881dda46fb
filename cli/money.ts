/*
 * Money and percentages as people type them: decimals, turned into whole minor units and basis
 * points by their digits, never through a float.
 */
import { InvalidArgumentError } from 'commander'
import { UsageError } from './errors.ts'
import { currencyExponent } from './output/values.ts'
import type { Money } from './output/values.ts'

/** A flag's decimal, with its currency or without: that may be known only later. */
export function parseAmount(text: string): string {
  const match = /^(\d{1,13}(?:\.\d+)?)(?:\s+([A-Za-z]{3}))?$/.exec(text.trim())
  if (match) return match[2] ? `${match[1]} ${match[2].toUpperCase()}` : match[1]
  throw new InvalidArgumentError('Expected an amount such as 40, 12.50 or "12.50 EUR".')
}

/** `40.00` of `40.00 EUR`: what somebody types to confirm it. */
export function decimalOf(text: string): string {
  return text.split(' ')[0]
}

/**
 * `12.50 EUR`, or `12.50` and the currency EUR: 1250 minor units.
 *
 * @param currency what `--currency` said, which has to agree with a currency behind the amount
 * @param flag the flag the amount came with
 * @throws UsageError without a currency, with two, or with more digits than the currency has
 */
export function moneyOf(text: string, currency: unknown, flag = '--amount'): Money {
  const [decimal, own] = text.split(' ')
  const given = typeof currency === 'string' ? currency.toUpperCase() : undefined
  if (own !== undefined && given !== undefined && own !== given)
    throw new UsageError(`${flag} is in ${own} and --currency says ${given}`)
  const code = own ?? given
  if (code === undefined)
    throw new UsageError(`${flag} needs a currency: "${decimal} EUR", or --currency <code>`)

  const exponent = currencyExponent(code)
  const [whole, fraction = ''] = decimal.split('.')
  if (fraction.length > exponent) {
    throw new UsageError(`${code} has ${exponent} decimals: ${decimal} is too exact`)
  }
  return { amount: Number(whole + fraction.padEnd(exponent, '0')), currency: code }
}

/** A flag's amount that has to name its currency: `500 EUR`. */
export function parseMoney(text: string): Money {
  const amount = parseAmount(text)
  if (amount.includes(' ')) return moneyOf(amount, undefined)
  throw new InvalidArgumentError('Expected an amount with its currency, such as "500.00 EUR".')
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
