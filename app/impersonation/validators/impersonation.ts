import vine from '@vinejs/vine'
import { id, line, moment, pageFields, paragraph } from '#core/validation/rules'
import { LIFE_MINUTES } from '#impersonation/services/standing'

export const startValidator = vine.create({
  customerId: id('user'),
  reason: line(500),
  minutes: vine.number({ strict: true }).withoutDecimals().min(1).max(LIFE_MINUTES).optional(),
})

export const endValidator = vine.create({
  note: paragraph(2000).minLength(1).optional(),
})

export const noteValidator = vine.create({
  note: paragraph(2000).minLength(1),
})

export const listValidator = vine.create({
  ...pageFields,
  staffId: id('user').optional(),
  customerId: id('user').optional(),
  open: vine.boolean().optional(),
  since: moment().optional(),
  until: moment().optional(),
})

export const pageValidator = vine.create({ ...pageFields })
