/*
 * What the bodies of products, packages and events have in common.
 */
import vine from '@vinejs/vine'
import { currency, id, line, minorUnits, paragraph } from '#core/validation/rules'
import { LISTING_STATUSES } from '#catalogue/services/kinds'

const MAX_STOCK = 1_000_000
const MAX_OPTIONS = 5

const aboveAmount = vine.createRule((value, _, field) => {
  const { amount } = field.parent
  // an amount that is no number is told of by its own rule
  if (typeof value !== 'number' || typeof amount !== 'number' || value > amount) return
  field.report('The {{ field }} field must be above the amount', 'aboveAmount', field)
})

/** No two members have the same text here. Vine's own rule breaks on members that are no text. */
export const distinctBy = vine.createRule((value, name: string, field) => {
  if (!Array.isArray(value)) return
  const texts = value.map((one) => one?.[name]).filter((one) => typeof one === 'string')
  if (new Set(texts).size === texts.length) return
  field.report('The {{ field }} field has duplicate values', 'distinct', field)
})

/** One price for each currency, in minor units; `compareAt` is the price before, struck through. */
export const prices = () =>
  vine
    .array(
      vine.object({
        amount: minorUnits(1),
        currency: currency(),
        compareAt: minorUnits(1).use(aboveAmount()).nullable().optional(),
      })
    )
    .minLength(1)
    .maxLength(20)
    .use(distinctBy('currency'))

const fewOptions = vine.createRule((value, _, field) => {
  if (typeof value !== 'object' || value === null) return
  const entries = Object.entries(value)
  const isSmall =
    entries.length <= MAX_OPTIONS &&
    entries.every(([name]) => /^[\p{L}\p{N} _-]{1,40}$/u.test(name))
  if (isSmall) return
  const message = `The {{ field }} field has at most ${MAX_OPTIONS} options with short names`
  field.report(message, 'options', field)
})

/** What tells a variant from the others: {"size": "M", "colour": "blue"}. */
export const options = () => vine.record(line(80)).use(fewOptions())

export const sku = () =>
  vine
    .string()
    .trim()
    .minLength(1)
    .maxLength(64)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/)

/** How many are there; null: no stock is kept. */
export const stock = () => vine.number({ strict: true }).withoutDecimals().min(0).max(MAX_STOCK)

export const wholeNumber = (min: number, max: number) =>
  vine.number({ strict: true }).withoutDecimals().min(min).max(max)

export const word = () =>
  vine
    .string()
    .trim()
    .toLowerCase()
    .minLength(1)
    .maxLength(40)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._+-]*$/u)

/** The fields of every new listing. */
export const newListingFields = {
  title: line(160),
  description: paragraph(10_000).minLength(1),
  categoryId: id('category'),
  status: vine.enum(LISTING_STATUSES).parse((value) => value ?? 'active'),
}

/** The same for a change: what is not sent stays. */
export const changedListingFields = {
  title: line(160).optional(),
  description: paragraph(10_000).minLength(1).optional(),
  categoryId: id('category').optional(),
  status: vine.enum(LISTING_STATUSES).optional(),
}
