import vine from '@vinejs/vine'
import {
  amountInQuery,
  currency,
  id,
  line,
  minorUnits,
  moment,
  pageFields,
  windowFields,
} from '#core/validation/rules'
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
  held: vine.boolean().optional(),
  stalled: vine.boolean().optional(),
  currency: currency().optional().requiredIfExists('minAmount'),
  minAmount: amountInQuery(1).optional(),
  ...windowFields(),
})

export const reviewValidator = vine.create({
  action: vine.enum(['approve', 'hold', 'release', 'reject', 'pay', 'fail', 'retry'] as const),
  reason: line(1000).optional().requiredWhen('action', 'in', ['hold', 'reject', 'fail', 'retry']),
  reference: line(100).optional().requiredWhen('action', '=', 'pay'),
})

export const statementValidator = vine.create({
  ...pageFields,
  currency: currency().optional(),
  from: moment().optional(),
  until: moment().optional(),
})
