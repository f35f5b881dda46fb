import vine from '@vinejs/vine'
import { date, id, pageFields, paragraph } from '#core/validation/rules'
import { ORDER_STATUSES } from '#orders/services/states'

export const placeOrderValidator = vine.create({
  addressId: id('address').optional(),
  requirements: paragraph(5000).optional(),
  deadline: date().optional(),
})

export const listOrdersValidator = vine.create({
  ...pageFields,
  status: vine.enum(ORDER_STATUSES).optional(),
})
