import vine from '@vinejs/vine'
import {
  amountFields,
  date,
  id,
  line,
  money,
  pageFields,
  paragraph,
  windowFields,
} from '#core/validation/rules'
import type { ManualLine } from '#orders/actions/place_manual_order'
import { ORDER_SOURCES } from '#orders/queries/order_parts'
import { STEPS } from '#orders/services/advance_part'
import { ORDER_STATUSES, PART_STATUSES } from '#orders/services/states'

export const placeOrderValidator = vine.create({
  addressId: id('address').optional(),
  requirements: paragraph(5000).optional(),
  deadline: date().optional(),
  expectedTotal: money().optional(),
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

/** Long enough to tell a whole telephone call. */
export const noteOrderValidator = vine.create({ body: paragraph(5000).minLength(1) })

const filters = {
  status: vine.enum(ORDER_STATUSES).optional(),
  clientId: id('user').optional(),
  partnerId: id('partner').optional(),
  number: line(24).optional(),
  source: vine.enum(ORDER_SOURCES).optional(),
  /** of the order's total */
  ...amountFields(),
  ...windowFields(),
}

export const listAllOrdersValidator = vine.create({ ...pageFields, ...filters })

export const exportOrdersValidator = vine.create(filters)

/** A line is a variant with a quantity, or a partner with a title and an amount. */
export const manualOrderValidator = vine.create({
  clientId: id('user'),
  lines: vine
    .array(
      vine.object({
        variantId: id('variant').optional().requiredIfMissing('partnerId'),
        quantity: vine
          .number({ strict: true })
          .withoutDecimals()
          .range([1, 1000])
          .optional()
          .requiredIfExists('variantId'),
        partnerId: id('partner').optional(),
        title: line(200).optional().requiredIfExists('partnerId'),
        amount: money().optional().requiredIfExists('partnerId'),
      })
    )
    .minLength(1)
    .maxLength(100),
  note: line(1000).optional(),
})

type ManualPayload = Awaited<ReturnType<(typeof manualOrderValidator)['validate']>>

/** What the validator let pass, as the action wants it. */
export function manualLinesOf({ lines }: ManualPayload): ManualLine[] {
  return lines.map(({ variantId, quantity, partnerId, title, amount }) =>
    variantId
      ? { variantId, quantity: quantity! }
      : { partnerId: partnerId!, title: title!, amount: amount! }
  )
}
