import vine from '@vinejs/vine'
import { country, id, line, moneyRange, paragraph } from '#core/validation/rules'
import { AVAILABILITIES } from '#partners/models/partner'

const word = () =>
  vine
    .string()
    .trim()
    .toLowerCase()
    .minLength(1)
    .maxLength(40)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._+-]*$/u)

const webAddress = () =>
  vine
    .string()
    .trim()
    .maxLength(255)
    .url({ protocols: ['http', 'https'], require_protocol: true })

/** What PUT /partner/profile may change; what is not sent stays, null empties. */
export const profileValidator = vine.create({
  businessName: line(120).optional(),
  bio: paragraph(5000).nullable().optional(),
  categories: vine.array(id('category')).maxLength(10).distinct().optional(),
  platforms: vine.array(word()).maxLength(20).distinct().optional(),
  rates: moneyRange().nullable().optional(),
  locationId: id('location').nullable().optional(),
  radiusKm: vine.number({ strict: true }).withoutDecimals().min(0).max(500).optional(),
  availability: vine.enum(AVAILABILITIES).optional(),
  languages: vine
    .array(
      vine
        .string()
        .maxLength(10)
        .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)
    )
    .maxLength(20)
    .distinct()
    .optional(),
  website: webAddress().nullable().optional(),
  payoutDetails: vine
    .object({
      accountHolder: line(120),
      accountNumber: vine
        .string()
        .trim()
        .minLength(6)
        .maxLength(40)
        .regex(/^[A-Za-z0-9 -]+$/),
      bankName: line(120),
      bankCode: vine
        .string()
        .trim()
        .maxLength(20)
        .regex(/^[A-Za-z0-9 -]+$/)
        .optional(),
      country: country(),
    })
    .nullable()
    .optional(),
})

export const portfolioEntryValidator = vine.create({
  title: line(120),
  description: paragraph(2000).nullable().optional(),
  link: webAddress().nullable().optional(),
})

export const portfolioChangeValidator = vine.create({
  title: line(120).optional(),
  description: paragraph(2000).nullable().optional(),
  link: webAddress().nullable().optional(),
  /** the images that stay, in their order; new ones come after them */
  imageIds: vine.array(id('file')).maxLength(8).distinct().optional(),
})

export const portfolioOrderValidator = vine.create({
  entryIds: vine.array(id('portfolioEntry')).maxLength(30).distinct(),
})
