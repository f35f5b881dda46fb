/*
 * One value of a row as text: short and local in a table, exact in TSV.
 */
import { cleanText } from './clean.ts'

export interface Money {
  amount: number
  currency: string
}

export interface TimeStyle {
  zone: string | undefined
}

/** `row.location.city` for the key `location.city`; undefined where the way ends. */
export function valueAt(row: unknown, key: string): unknown {
  let value: unknown = row
  for (const part of key.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

/** For a person: local time, money with decimals, names instead of objects. */
export function humanText(value: unknown, style: TimeStyle): string {
  if (isMoney(value)) return moneyText(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string' && isTime(value)) return localTime(value, style)
  if (Array.isArray(value)) return value.map((entry) => humanText(entry, style)).join(', ')
  return exactText(value)
}

/** For a program: nothing rounded, nothing local. */
export function exactText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object') return String(value)
  if (isMoney(value)) return moneyText(value)
  if (Array.isArray(value)) return value.map(exactText).join(', ')
  const { name } = value as { name?: unknown }
  return typeof name === 'string' ? cleanText(name) : cleanText(JSON.stringify(value))
}

export function isMoney(value: unknown): value is Money {
  const money = value as Money
  return (
    typeof value === 'object' &&
    value !== null &&
    Number.isInteger(money.amount) &&
    typeof money.currency === 'string' &&
    Object.keys(value).length === 2
  )
}

// ISO 4217 exponents other than 2. The runtime's own table follows usage, not the standard.
const EXPONENTS: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((currency) => [currency, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((currency) => [currency, 3]),
])

/** Digits after the decimal point in this currency. */
export function currencyExponent(currency: string): number {
  return EXPONENTS[currency] ?? 2
}

/** `40.00 EUR`; by digits, never through a float. */
export function moneyText({ amount, currency }: Money): string {
  const exponent = currencyExponent(currency)
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const sign = amount < 0 ? '-' : ''
  const whole = digits.slice(0, digits.length - exponent)
  const fraction = exponent > 0 ? `.${digits.slice(-exponent)}` : ''
  return `${sign}${whole}${fraction} ${cleanText(currency)}`
}

/** From one amount to another, as budgets and rates come. */
export interface Range {
  min: number
  max: number
  currency: string
}

/** `350.00 – 1050.00 EUR`. */
export function moneyRange({ min, max, currency }: Range): string {
  const least = moneyText({ amount: min, currency }).split(' ')[0]
  return `${least} – ${moneyText({ amount: max, currency })}`
}

function isTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text)
}

let formatter: { zone: string | undefined; format: Intl.DateTimeFormat } | undefined

function localTime(text: string, { zone }: TimeStyle): string {
  const time = new Date(text)
  if (Number.isNaN(time.getTime())) return text
  if (formatter?.zone !== zone || !formatter) {
    // The Swedish locale writes dates the ISO way round: 2026-01-31 14:05.
    const format = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: zone,
    })
    formatter = { zone, format }
  }
  return formatter.format.format(time)
}
