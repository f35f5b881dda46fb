import vine from '@vinejs/vine'
import { pageFields } from '#core/validation/rules'

export const deleteAccountValidator = vine.create({
  password: vine.string().maxLength(200).optional(),
  confirm: vine.string().trim().maxLength(190),
})

export const listExportsValidator = vine.create({ ...pageFields })
