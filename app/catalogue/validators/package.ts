import vine from '@vinejs/vine'
import {
  changedListingFields,
  newListingFields,
  prices,
  sku,
  wholeNumber,
  word,
} from '#catalogue/validators/fields'
import { line } from '#core/validation/rules'

const quantity = () => wholeNumber(1, 1_000)
const revisions = () => wholeNumber(0, 100)
const deliveryDays = () => wholeNumber(1, 365)

export const newPackageValidator = vine.create({
  ...newListingFields,
  platform: word(),
  contentType: word(),
  quantity: quantity().optional(),
  revisions: revisions().optional(),
  deliveryDays: deliveryDays().optional(),
  duration: line(40).nullable().optional(),
  sku: sku().optional(),
  prices: prices(),
})

export const changedPackageValidator = vine.create({
  ...changedListingFields,
  platform: word().optional(),
  contentType: word().optional(),
  quantity: quantity().optional(),
  revisions: revisions().optional(),
  deliveryDays: deliveryDays().optional(),
  duration: line(40).nullable().optional(),
  prices: prices().optional(),
})
