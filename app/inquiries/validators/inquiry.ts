import vine from '@vinejs/vine'
import { clock } from '#core/support/clock'
import { date, id, line, moneyRange, pageFields } from '#core/validation/rules'
import { INQUIRY_STATUSES } from '#inquiries/services/states'

/** The client may be a day behind us: yesterday in UTC is today in Honolulu. */
const notPast = vine.createRule((value, _, field) => {
  if (typeof value !== 'string') return
  const earliest = new Date(clock.now() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  if (value < earliest) field.report('The {{ field }} field must not be past', 'notPast', field)
})

export const submitInquiryValidator = vine.create({
  categoryId: id('category'),
  locationId: id('location'),
  title: line(160),
  description: line(5000),
  budget: moneyRange(),
  date: date().use(notPast()).optional(),
})

export const listInquiriesValidator = vine.create({
  ...pageFields,
  status: vine.enum(INQUIRY_STATUSES).optional(),
})

export const listStaffInquiriesValidator = vine.create({
  ...pageFields,
  status: vine.enum(INQUIRY_STATUSES).optional(),
  categoryId: id('category').optional(),
  locationId: id('location').optional(),
  unmatched: vine.boolean().optional(),
})
