/*
 * Money is an amount in integer minor units with its currency, everywhere: in the database, in the
 * code, on the wire. No float ever holds money.
 */

/** ISO 4217 exponents of the currencies whose minor unit is not a hundredth. */
const EXPONENTS: Record<string, number> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0,
  VUV: 0, XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
} // prettier-ignore

/** The largest single amount, in minor units: 900 of them add up exactly. */
export const MAX_AMOUNT = 10_000_000_000_000

const KNOWN = new Set(Intl.supportedValuesOf('currency'))

export interface Money {
  /** integer minor units */
  amount: number
  /** ISO 4217 code, upper case */
  currency: string
}

/** Whether this is an ISO 4217 code in upper case. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code)
}

/** Number of decimals of a currency's minor unit (ISO 4217): 0, 2 or 3. */
export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2
}

export function money(amount: number, currency: string): Money {
  return { amount: Number(amount), currency }
}

/** For people: 1999 USD -> "19.99 USD". */
export function formatMoney({ amount, currency }: Money): string {
  return `${decimalOf({ amount, currency })} ${currency}`
}

/** The amount alone, in major units, exactly: 1999 USD -> "19.99", 1999 JPY -> "1999". */
export function decimalOf({ amount, currency }: Money): string {
  const exponent = exponentOf(currency)
  const digits = Math.abs(amount)
    .toString()
    .padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const sign = amount < 0 ? '-' : ''
  return `${sign}${whole}${exponent ? `.${digits.slice(-exponent)}` : ''}`
}
