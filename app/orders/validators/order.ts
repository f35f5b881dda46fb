import vine from '@vinejs/vine'
import { date, id, line, pageFields, paragraph } from '#core/validation/rules'
import { STEPS } from '#orders/services/advance_part'
import { ORDER_STATUSES, PART_STATUSES } from '#orders/services/states'

export const placeOrderValidator = vine.create({
  addressId: id('address').optional(),
  requirements: paragraph(5000).optional(),
  deadline: date().optional(),
})

export const listOrdersValidator = vine.create({
  ...pageFields,
  status: vine.enum(ORDER_STATUSES).optional(),
  leadId: id('lead').optional(),
})

export const listPartnerOrdersValidator = vine.create({
  ...pageFields,
  status: vine.enum(PART_STATUSES).optional(),
})

const step = {
  status: vine.enum(STEPS),
  tracking: line(120).optional(),
  reason: line(1000).optional(),
}

export const stepValidator = vine.create(step)

export const orderStepValidator = vine.create({
  ...step,
  partnerOrderId: id('partnerOrder').optional(),
})

export const cancelOrderValidator = vine.create({ reason: line(1000).optional() })
