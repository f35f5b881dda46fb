import vine from '@vinejs/vine'
import {
  amountFields,
  currency,
  id,
  line,
  minorUnits,
  pageFields,
  windowFields,
} from '#core/validation/rules'
import { GATEWAYS } from '#payments/gateways/gateway'
import { DISPUTE_STATUSES, REFUND_STATUSES, REQUEST_STATUSES } from '#refunds/services/states'

const notBoth = vine.createRule((value, _, field) => {
  if (value === undefined || field.parent.lines === undefined) return
  field.report('The {{ field }} field and lines are not given together', 'notWithLines', field)
})

/** minor units of the order's currency */
const amount = () => minorUnits(1).use(notBoth()).optional()

const lines = () =>
  vine
    .array(
      vine.object({
        lineId: id('orderLine'),
        quantity: vine.number({ strict: true }).withoutDecimals().min(1).max(1_000_000),
      })
    )
    .minLength(1)
    .maxLength(200)

export const refundValidator = vine.create({
  amount: amount(),
  currency: currency().optional(),
  lines: lines().optional().requiredWhen('restock', '=', true),
  restock: vine.boolean({ strict: true }).optional(),
  reason: line(1000),
})

export const refundPaymentValidator = vine.create({
  amount: minorUnits(1).optional(),
  currency: currency().optional(),
  reason: line(1000),
})

export const retryValidator = vine.create({
  reason: line(1000),
})

export const askForRefundValidator = vine.create({
  partnerOrderId: id('partnerOrder').optional(),
  amount: amount(),
  lines: lines().optional().requiredIfMissing('amount'),
  reason: line(1000),
})

export const answerValidator = vine.create({
  decision: vine.enum(['accept', 'contest'] as const),
  answer: line(1000).optional(),
})

const withApproval = vine.createRule((value, _, field) => {
  if (value === undefined || field.parent.decision === 'approve') return
  field.report('The {{ field }} field goes with an approval', 'withApproval', field)
})

export const decisionValidator = vine.create({
  decision: vine.enum(['approve', 'reject'] as const),
  amount: minorUnits(1).use(withApproval()).optional(),
  currency: currency().optional(),
  reason: line(1000),
})

export const listOwnRequestsValidator = vine.create({
  ...pageFields,
  status: vine.enum(REQUEST_STATUSES).optional(),
})

export const listRequestsValidator = vine.create({
  ...pageFields,
  status: vine.enum(REQUEST_STATUSES).optional(),
  partnerId: id('partner').optional(),
  orderId: id('order').optional(),
  ...windowFields(),
})

export const disputeValidator = vine.create({
  partnerOrderId: id('partnerOrder').optional(),
  reason: line(2000),
})

export const listRefundsValidator = vine.create({
  ...pageFields,
  status: vine.enum(REFUND_STATUSES).optional(),
  orderId: id('order').optional(),
  paymentId: id('payment').optional(),
  gateway: vine.enum(GATEWAYS).optional(),
  ...amountFields(),
  ...windowFields(),
  stalled: vine.boolean().optional(),
})

export const listDisputesValidator = vine.create({
  ...pageFields,
  status: vine.enum(DISPUTE_STATUSES).parse((value) => value ?? 'open'),
  ...windowFields(),
})

export const resolutionValidator = vine.create({
  resolution: vine.enum(['refund', 'partial', 'reject'] as const),
  amount: minorUnits(1).optional().requiredWhen('resolution', '=', 'partial'),
  currency: currency().optional(),
  reason: line(2000),
})
