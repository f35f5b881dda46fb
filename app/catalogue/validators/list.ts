/*
 * The filters of the public lists and of the staff's queue, as they stand in the address.
 */
import vine from '@vinejs/vine'
import { LISTING_KINDS, LISTING_STATUSES } from '#catalogue/services/kinds'
import { MODERATION_STATES } from '#catalogue/services/moderation'
import { word } from '#catalogue/validators/fields'
import { idPattern } from '#core/support/ids'
import { amountInQuery, currency, id, line, pageFields, windowFields } from '#core/validation/rules'

/** A region's id, or a country (ISO 3166-1 alpha-2) in it. */
const region = () =>
  vine
    .string()
    .maxLength(32)
    .regex(new RegExp(`${idPattern('region').source}|^[A-Z]{2}$`))

const SORTS = ['newest', 'price', '-price', 'rating', 'best_selling'] as const

const listFields = {
  ...pageFields,
  region: region().optional(),
  currency: currency().optional(),
  priceMin: amountInQuery().optional(),
  priceMax: amountInQuery().optional(),
  partnerId: id('partner').optional(),
  minRating: vine.number().min(1).max(5).optional(),
  featured: vine.boolean().optional(),
  sort: vine.enum(SORTS).parse((value) => value ?? 'newest'),
}

const productFields = {
  ...listFields,
  inStock: vine.boolean().optional(),
  recurring: vine.boolean().optional(),
  /** count what was found by category, price and rating */
  facets: vine.boolean().optional(),
}

export const listProductsValidator = vine.create({
  ...productFields,
  categoryId: id('category').optional(),
  q: line(100).optional(),
})

export const searchProductsValidator = vine.create({
  ...productFields,
  categoryId: id('category').optional(),
  q: line(100),
})

export const categoryProductsValidator = vine.create({
  ...productFields,
  q: line(100).optional(),
})

export const listPackagesValidator = vine.create({
  ...listFields,
  categoryId: id('category').optional(),
  q: line(100).optional(),
  platform: word().optional(),
  contentType: word().optional(),
})

export const listEventsValidator = vine.create({
  ...pageFields,
  region: region().optional(),
  currency: currency().optional(),
  categoryId: id('category').optional(),
  partnerId: id('partner')
    .optional()
    .requiredWhen((field) => vine.helpers.isTrue(field.parent.all)),
  /** whatever their state: for the partner and for staff */
  all: vine.boolean().optional(),
  /** only those that have begun */
  running: vine.boolean().optional(),
})

export const showListingValidator = vine.create({
  region: region().optional(),
  currency: currency().optional(),
})

export const partnerListingsValidator = vine.create({
  ...pageFields,
  region: region().optional(),
  currency: currency().optional(),
  /** whatever their state: for the partner and for staff */
  all: vine.boolean().optional(),
})

export const listStaffListingsValidator = vine.create({
  ...pageFields,
  moderation: vine.enum(MODERATION_STATES).optional(),
  kind: vine.enum(LISTING_KINDS).optional(),
  status: vine.enum(LISTING_STATUSES).optional(),
  partnerId: id('partner').optional(),
  q: line(100).optional(),
  ...windowFields(),
})
