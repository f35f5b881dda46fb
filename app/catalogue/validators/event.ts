import vine from '@vinejs/vine'
import {
  changedListingFields,
  newListingFields,
  prices,
  sku,
  stock,
} from '#catalogue/validators/fields'
import { moment } from '#core/validation/rules'

export const newEventValidator = vine.create({
  ...newListingFields,
  startsAt: moment(),
  endsAt: moment(),
  sku: sku().optional(),
  stock: stock(),
  prices: prices(),
})

export const changedEventValidator = vine.create({
  ...changedListingFields,
  startsAt: moment().optional(),
  endsAt: moment().optional(),
  prices: prices().optional(),
})
