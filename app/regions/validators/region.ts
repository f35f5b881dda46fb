import vine from '@vinejs/vine'
import { country, currency, id, line, pageFields } from '#core/validation/rules'

const taxBps = () => vine.number({ strict: true }).withoutDecimals().min(0).max(10_000)
const countries = () => vine.array(country()).distinct().maxLength(250)
const isActive = vine.boolean({ strict: true }).optional()

export const listRegionsValidator = vine.create({
  ...pageFields,
  isActive: vine.boolean().optional(),
  country: country().optional(),
})

export const createRegionValidator = vine.create({
  name: line(80),
  currency: currency(),
  taxBps: taxBps().optional(),
  countries: countries().optional(),
  isActive: isActive.clone(),
})

export const updateRegionValidator = vine.create({
  name: line(80).optional(),
  currency: currency().optional(),
  taxBps: taxBps().optional(),
  countries: countries().optional(),
  isActive: isActive.clone(),
})

/* The catalogue does not exist yet when a region is set up, so products are checked by shape only. */
const productId = vine
  .string()
  .maxLength(32)
  .regex(/^prd_[0-7][0-9a-hjkmnp-tv-z]{25}$/)

export const restrictionsValidator = vine.create({
  productIds: vine.array(productId).distinct().maxLength(500),
  categoryIds: vine.array(id('category')).distinct().maxLength(500),
})
