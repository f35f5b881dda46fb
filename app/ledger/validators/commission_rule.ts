import vine from '@vinejs/vine'
import { id, line } from '#core/validation/rules'
import { LISTING_KINDS } from '#ledger/services/commission'

export const commissionRulesValidator = vine.create({
  version: vine.number({ strict: true }).withoutDecimals().min(0),
  rules: vine
    .array(
      vine.object({
        name: line(80),
        partnerId: id('partner').nullable().optional(),
        categoryId: id('category').nullable().optional(),
        listingKind: vine.enum(LISTING_KINDS).nullable().optional(),
        bps: vine.number({ strict: true }).withoutDecimals().min(0).max(10_000),
      })
    )
    .maxLength(200),
})
