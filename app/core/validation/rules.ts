/*
 * The project's own words for VineJS. Import them from here in the domains' validators.
 */
import vine from '@vinejs/vine'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { idPattern, type IdKind } from '#core/support/ids'
import { isCurrency, MAX_AMOUNT } from '#core/support/money'

/** The id of one kind of object. */
export const id = (kind: IdKind) => vine.string().maxLength(32).regex(idPattern(kind))

/** Vine transforms values that its own rules have refused, too: then this is anything but text. */
const lowerCased = (value: unknown) =>
  (typeof value === 'string' ? value.toLowerCase() : value) as string

/** A lower-cased e-mail address. */
export const email = () =>
  vine.string().trim().maxLength(190).use(wellFormedRule()).email().transform(lowerCased)

/** Half a surrogate pair is not text: libraries that encode it throw. */
const wellFormedRule = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && value.isWellFormed()) return
  field.report('The {{ field }} field must be text', 'string', field)
})

const MAX_PHONE = 32

/** A number with its country code in E.164, however it is spelt; null when it is none. */
export function normalPhone(given: string): string | null {
  const parsed = given.length <= MAX_PHONE ? parsePhoneNumberFromString(given) : undefined
  return parsed?.isValid() ? parsed.number : null
}

const phoneRule = vine.createRule((value, _, field) => {
  if (typeof value !== 'string') return
  const number = normalPhone(value)
  if (number === null)
    return field.report(
      'The {{ field }} field must be a phone number with its country code (+49...)',
      'phone',
      field
    )
  field.mutate(number, field)
})

/** A phone number with its country code, normalised to E.164. */
export const phone = () => vine.string().trim().maxLength(MAX_PHONE).use(phoneRule())

/** Passwords are long rather than odd; nothing is trimmed or cut off (ASVS 6.2). */
export const newPassword = () => vine.string().minLength(10).maxLength(200)

/** One line of text for people. */
export const line = (max: number) => vine.string().trim().minLength(1).maxLength(max)

/** Longer text, line breaks allowed. */
export const paragraph = (max: number) => vine.string().trim().maxLength(max)

/** ISO 3166-1 alpha-2, upper case. */
export const country = () =>
  vine
    .string()
    .fixedLength(2)
    .regex(/^[A-Z]{2}$/)

const timezoneRule = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && isTimezone(value)) return
  field.report('The {{ field }} field must be an IANA time zone (Europe/Berlin)', 'timezone', field)
})

function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false // Intl throws for names that it does not know
  }
}

/** An IANA time zone. */
export const timezone = () => vine.string().maxLength(60).use(timezoneRule())

/** de, or pt-BR */
export const language = () =>
  vine
    .string()
    .maxLength(10)
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)

/** The address of a page on the web. */
export const website = () =>
  vine
    .string()
    .trim()
    .maxLength(255)
    .url({ protocols: ['http', 'https'], require_protocol: true })

const currencyRule = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && isCurrency(value)) return
  field.report('The {{ field }} field must be an ISO 4217 currency code', 'currency', field)
})

/** ISO 4217, upper case. */
export const currency = () => vine.string().maxLength(3).use(currencyRule())

/** A whole number of minor units; strict: "12" and 12.0001 are refused. */
export const minorUnits = (min = 0) =>
  vine.number({ strict: true }).withoutDecimals().min(min).max(MAX_AMOUNT)

/** `{amount, currency}`, in minor units. */
export const money = (min = 0) => vine.object({ amount: minorUnits(min), currency: currency() })

/** Another member that is no number is told of by its own rule: comparing with an object may throw. */
const notBelowMin = vine.createRule((value, _, field) => {
  const { min } = field.parent
  if (typeof value !== 'number' || typeof min !== 'number' || value >= min) return
  field.report('The {{ field }} field must not be below the minimum', 'notBelowMin', field)
})

/** `{min, max, currency}`, in minor units. */
export const moneyRange = () =>
  vine.object({
    min: minorUnits(),
    max: minorUnits(1).use(notBelowMin()),
    currency: currency(),
  })

/** Minor units in a query, where everything is text. */
export const amountInQuery = (min = 0) => vine.number().withoutDecimals().min(min).max(MAX_AMOUNT)

/** ?currency=, and an amount of it between ?minAmount= and ?maxAmount=, both included. */
export const amountFields = () => ({
  currency: currency().optional().requiredIfAnyExists(['minAmount', 'maxAmount']),
  minAmount: amountInQuery().optional(),
  maxAmount: amountInQuery().optional(),
})

/** ?limit= and ?cursor= of every list; ?count=true asks for `meta.total`. */
export const pageFields = {
  limit: vine
    .number()
    .withoutDecimals()
    .min(1)
    .max(100)
    .parse((value) => value ?? 20),
  cursor: vine.string().maxLength(600).optional(),
  count: vine.boolean().optional(),
}

/** A calendar date, YYYY-MM-DD. */
export const date = () =>
  vine
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .use(dateRule())

const dateRule = vine.createRule((value, _, field) => {
  if (typeof value !== 'string') return
  const parsed = new Date(`${value}T00:00:00Z`)
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
  if (!isReal)
    field.report('The {{ field }} field must be a calendar date (YYYY-MM-DD)', 'date', field)
})

const momentRule = vine.createRule((value, _, field) => {
  if (typeof value !== 'string') return
  const time = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(value)
    ? new Date(value).getTime()
    : Number.NaN
  if (Number.isNaN(time))
    return field.report(
      'The {{ field }} field must be a date, or a time with its zone (ISO 8601)',
      'moment',
      field
    )
  field.mutate(time, field)
})

/** A moment: ISO 8601 with its zone, or a date (its beginning in UTC); becomes epoch ms. */
export const moment = () =>
  vine
    .string()
    .maxLength(40)
    .use(momentRule())
    .transform((value) => Number(value))

/** What was made in a window of time: ?since= on, up to ?until= and without it. */
export const windowFields = () => ({
  since: moment().optional(),
  until: moment().optional(),
})
