import vine from '@vinejs/vine'
import { id, moment, money, pageFields, windowFields } from '#core/validation/rules'
import { COUPON_KINDS } from '#coupons/queries/coupon_rows'

/** Vine transforms values that its own rules have refused, too. */
const upperCased = (value: unknown) =>
  (typeof value === 'string' ? value.toUpperCase() : value) as string

const code = () =>
  vine
    .string()
    .trim()
    .minLength(3)
    .maxLength(40)
    .regex(/^[A-Za-z0-9_-]+$/)
    .transform(upperCased)

const count = (max: number) => vine.number({ strict: true }).withoutDecimals().min(1).max(max)

const terms = {
  kind: vine.enum(COUPON_KINDS).optional(),
  bps: count(10_000).optional(),
  amount: money(1).optional(),
  minimum: money().nullable().optional(),
  startsAt: moment().optional(),
  endsAt: moment().optional(),
  maxUses: count(10_000_000).optional(),
  maxUsesPerClient: count(1000).optional(),
  isActive: vine.boolean({ strict: true }).optional(),
}

export const createCouponValidator = vine.create({
  ...terms,
  code: code(),
  kind: vine.enum(COUPON_KINDS),
  endsAt: moment(),
  maxUses: count(10_000_000),
})

export const updateCouponValidator = vine.create(terms)

export const listCouponsValidator = vine.create({
  ...pageFields,
  code: code().optional(),
  isActive: vine.boolean().optional(),
  partnerId: vine.unionOfTypes([vine.literal('platform'), id('partner')]).optional(),
  ...windowFields(),
})

export const listRedemptionsValidator = vine.create(pageFields)
