import vine from '@vinejs/vine'
import { STAFF_ROLES } from '#core/actor'
import { email, line, pageFields } from '#core/validation/rules'

export const staffListValidator = vine.create({
  ...pageFields,
  role: vine.enum(STAFF_ROLES).optional(),
  status: vine.enum(['active', 'suspended', 'deleted'] as const).optional(),
  search: line(100).optional(),
})

export const newStaffValidator = vine.create({
  name: line(120),
  email: email(),
  role: vine.enum(STAFF_ROLES),
})

export const staffChangesValidator = vine.create({
  name: line(120).optional(),
  role: vine.enum(STAFF_ROLES).optional(),
  status: vine.enum(['active', 'suspended'] as const).optional(),
  twoFactor: vine.enum(['off', 'email'] as const).optional(),
})
