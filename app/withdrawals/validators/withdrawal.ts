import vine from '@vinejs/vine'
import { currency, id, line, minorUnits, moment, pageFields } from '#core/validation/rules'
import { WITHDRAWAL_STATUSES } from '#withdrawals/services/states'

export const requestWithdrawalValidator = vine.create({
  amount: minorUnits(1),
  currency: currency(),
})

export const listOwnWithdrawalsValidator = vine.create({
  ...pageFields,
  status: vine.enum(WITHDRAWAL_STATUSES).optional(),
})

export const listWithdrawalsValidator = vine.create({
  ...pageFields,
  status: vine.enum(WITHDRAWAL_STATUSES).optional(),
  partnerId: id('partner').optional(),
})

export const reviewValidator = vine.create({
  action: vine.enum(['approve', 'reject', 'pay', 'fail'] as const),
  reason: line(1000).optional().requiredWhen('action', 'in', ['reject', 'fail']),
  reference: line(100).optional().requiredWhen('action', '=', 'pay'),
})

export const statementValidator = vine.create({
  ...pageFields,
  currency: currency().optional(),
  from: moment().optional(),
  until: moment().optional(),
})
