import vine from '@vinejs/vine'
import { id, money } from '#core/validation/rules'

export const shippingRatesValidator = vine.create({
  rates: vine
    .array(
      vine.object({
        regionId: id('region'),
        amount: money(),
        freeAbove: money(1).nullable().optional(),
      })
    )
    .maxLength(250)
    .distinct('regionId'),
})
