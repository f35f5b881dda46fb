import vine from '@vinejs/vine'
import {
  country,
  id,
  language,
  line,
  moment,
  pageFields,
  paragraph,
  phone,
  timezone,
  website,
} from '#core/validation/rules'

const SORTS = ['created', 'lastLogin', 'name'] as const

export const listCustomersValidator = vine.create({
  ...pageFields,
  role: vine.enum(['client', 'partner'] as const).optional(),
  status: vine.enum(['active', 'suspended', 'banned', 'deleted'] as const).optional(),
  country: country().optional(),
  regionId: id('region').optional(),
  verified: vine.boolean().optional(),
  twoFactor: vine.boolean().optional(),
  lastLoginSince: moment().optional(),
  lastLoginUntil: moment().optional(),
  createdSince: moment().optional(),
  createdUntil: moment().optional(),
  search: vine.string().trim().minLength(2).maxLength(100).optional(),
  sort: vine.enum(SORTS).parse((value) => value ?? 'created'),
})

/** What staff may change; role, state, e-mail and money are not among it. */
export const customerChangesValidator = vine.create({
  name: line(120).optional(),
  phone: phone().nullable().optional(),
  language: language().optional(),
  timezone: timezone().optional(),
  country: country().nullable().optional(),
  companyName: line(120).nullable().optional(),
  roleInOrganization: line(80).nullable().optional(),
  businessType: line(40).nullable().optional(),
  website: website().nullable().optional(),
  description: paragraph(2000).nullable().optional(),
})

const reason = () => line(500)

export const suspensionValidator = vine.create({
  reason: reason(),
  until: moment().optional(),
})

export const banValidator = vine.create({ reason: reason() })

export const deletionValidator = vine.create({ reason: reason() })

export const activationValidator = vine.create({ reason: reason().optional() })

export const customMailValidator = vine.create({
  subject: line(150),
  body: vine.string().trim().minLength(1).maxLength(5000),
})
