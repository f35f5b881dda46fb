import vine from '@vinejs/vine'
import { line, money, pageFields } from '#core/validation/rules'
import { LEAD_STATUSES } from '#inquiries/services/states'

export const listLeadsValidator = vine.create({
  ...pageFields,
  status: vine.enum(LEAD_STATUSES).optional(),
})

export const respondValidator = vine.create({
  quote: money(1),
  message: line(5000),
})

export const declineValidator = vine.create({
  reason: line(1000).optional(),
})
