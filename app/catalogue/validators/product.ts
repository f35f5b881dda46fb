import vine from '@vinejs/vine'
import { BILLING_INTERVALS } from '#catalogue/services/kinds'
import {
  changedListingFields,
  distinctBy,
  newListingFields,
  options,
  prices,
  sku,
  stock,
  wholeNumber,
} from '#catalogue/validators/fields'
import { id } from '#core/validation/rules'

const position = () => wholeNumber(0, 1_000)
const billingInterval = () => vine.enum(BILLING_INTERVALS).nullable().optional()

/** Either `variants`, or `prices` (with `sku` and `stock`) of the only one. */
export const newProductValidator = vine.create({
  ...newListingFields,
  /** whom staff sell it for; partners sell for themselves */
  partnerId: id('partner').optional(),
  billingInterval: billingInterval(),
  sku: sku().optional(),
  stock: stock().nullable().optional(),
  prices: prices().optional().requiredIfMissing('variants'),
  variants: vine
    .array(
      vine.object({
        sku: sku().optional(),
        options: options().optional(),
        prices: prices(),
        stock: stock().nullable().optional(),
        position: position().optional(),
      })
    )
    .minLength(1)
    .maxLength(50)
    .use(distinctBy('sku'))
    .optional(),
})

export const changedProductValidator = vine.create({
  ...changedListingFields,
  billingInterval: billingInterval(),
  /** of a product with a single variant */
  prices: prices().optional(),
})

export const newVariantValidator = vine.create({
  sku: sku().optional(),
  options: options().optional(),
  prices: prices(),
  stock: stock().nullable().optional(),
  position: position().optional(),
})

export const changedVariantValidator = vine.create({
  sku: sku().optional(),
  options: options().optional(),
  prices: prices().optional(),
  position: position().optional(),
})

/** Without a status it is switched to the other one. */
export const toggleValidator = vine.create({
  status: vine.enum(['active', 'inactive'] as const).optional(),
})

/** Relative (`delta`), or absolute (`onHand`) with the `version` that was read. */
export const stockValidator = vine.create({
  delta: wholeNumber(-1_000_000, 1_000_000).optional().requiredIfMissing('onHand'),
  onHand: wholeNumber(0, 1_000_000).optional(),
  version: wholeNumber(0, 2_147_483_647).optional().requiredIfExists('onHand'),
  reason: vine.string().trim().maxLength(500).optional(),
})
