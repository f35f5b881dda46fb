import vine from '@vinejs/vine'
import { amountInQuery, currency, id, line, pageFields } from '#core/validation/rules'
import { AVAILABILITIES } from '#partners/models/partner'

/** The filters of GET /partners, as they stand in the address. */
export const discoveryValidator = vine.create({
  ...pageFields,
  categoryId: id('category').optional(),
  platform: line(40).toLowerCase().optional(),
  locationId: id('location').optional(),
  latitude: vine.number().min(-90).max(90).optional().requiredIfAnyExists(['longitude', 'km']),
  longitude: vine.number().min(-180).max(180).optional().requiredIfAnyExists(['latitude', 'km']),
  km: vine.number().min(1).max(500).optional(),
  rateMin: amountInQuery().optional(),
  rateMax: amountInQuery().optional(),
  currency: currency().optional().requiredIfAnyExists(['rateMin', 'rateMax']),
  minRating: vine.number().min(1).max(5).optional(),
  verified: vine.boolean().optional(),
  featured: vine.boolean().optional(),
  availability: vine.enum(AVAILABILITIES).optional(),
  q: line(100).optional(),
  sort: vine.enum(['rating', 'newest'] as const).parse((value) => value ?? 'rating'),
})
