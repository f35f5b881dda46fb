import vine from '@vinejs/vine'
import { country, line, phone } from '#core/validation/rules'

const optionalFields = {
  line2: line(160).nullable().optional(),
  state: line(100).nullable().optional(),
  postalCode: line(20).nullable().optional(),
  phone: phone().nullable().optional(),
  isDefault: vine.boolean({ strict: true }).optional(),
}

export const newAddressValidator = vine.create({
  label: line(40),
  recipient: line(120),
  line1: line(160),
  city: line(100),
  country: country(),
  ...optionalFields,
})

export const addressChangesValidator = vine.create({
  label: line(40).optional(),
  recipient: line(120).optional(),
  line1: line(160).optional(),
  city: line(100).optional(),
  country: country().optional(),
  ...optionalFields,
})
