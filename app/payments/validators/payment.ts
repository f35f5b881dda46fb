import vine from '@vinejs/vine'
import {
  amountFields,
  id,
  line,
  moment,
  money,
  pageFields,
  windowFields,
} from '#core/validation/rules'
import { GATEWAYS } from '#payments/gateways/gateway'
import { OUTCOMES } from '#payments/gateways/sandbox_memory'
import { PAYMENT_FLAGS } from '#payments/queries/payment_rows'
import { WEBHOOK_STATES } from '#payments/queries/webhook_event_rows'
import { PAYMENT_STATUSES } from '#payments/services/states'

export const startPaymentValidator = vine.create({
  orderId: id('order'),
  gateway: vine.enum(GATEWAYS),
})

export const confirmSandboxPaymentValidator = vine.create({
  outcome: vine.enum(OUTCOMES).optional(),
})

export const listPaymentsValidator = vine.create({
  ...pageFields,
  status: vine.enum(PAYMENT_STATUSES).optional(),
})

export const listStaffPaymentsValidator = vine.create({
  ...pageFields,
  status: vine.enum(PAYMENT_STATUSES).optional(),
  gateway: vine.enum(GATEWAYS).optional(),
  orderId: id('order').optional(),
  clientId: id('user').optional(),
  flag: vine.enum(PAYMENT_FLAGS).optional(),
  ...amountFields(),
  ...windowFields(),
})

export const reconcileValidator = vine.create({
  gateway: vine.enum(GATEWAYS).optional(),
  from: moment(),
  to: moment(),
})

export const createLinkValidator = vine.create({
  orderId: id('order').optional(),
  amount: money(1).optional().requiredIfMissing('orderId'),
  description: line(200).optional().requiredIfMissing('orderId'),
  gateway: vine.enum(GATEWAYS).optional(),
  expiresAt: moment().optional(),
})

export const drawLinkValidator = vine.create({
  format: vine.enum(['png', 'svg'] as const).parse((value) => value ?? 'png'),
})

export const listWebhookEventsValidator = vine.create({
  ...pageFields,
  state: vine.enum(WEBHOOK_STATES).optional(),
  gateway: vine.enum(GATEWAYS).optional(),
  paymentId: id('payment').optional(),
  ...windowFields(),
})
