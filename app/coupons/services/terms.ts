import { InvalidField } from '#core/errors'
import type { Money } from '#core/support/money'
import type { CouponKind, CouponRow } from '#coupons/queries/coupon_rows'

/** A coupon as it is asked for; on a change what is not given stays. */
export interface CouponInput {
  kind?: CouponKind
  bps?: number
  amount?: Money
  /** null takes the minimum away */
  minimum?: Money | null
  startsAt?: number
  endsAt?: number
  maxUses?: number
  maxUsesPerClient?: number
  isActive?: boolean
}

export type CouponTerms = Omit<
  CouponRow,
  'id' | 'code' | 'partner_id' | 'used' | 'created_at' | 'updated_at'
>

/**
 * The columns of a coupon after a wish, with what it was before.
 *
 * @param before the coupon, or defaults for a new one
 * @throws InvalidField for terms that do not go together
 */
export function termsOf(input: CouponInput, before: Partial<CouponTerms>): CouponTerms {
  const kind = need('kind', input.kind ?? before.kind)
  const value = kind === 'percent' ? percentOf(input, before) : fixedOf(input, before)
  const terms = {
    kind,
    ...value,
    ...minimumOf(input, before, value.currency),
    starts_at: input.startsAt ?? Number(before.starts_at),
    ends_at: need('endsAt', input.endsAt ?? before.ends_at),
    max_uses: need('maxUses', input.maxUses ?? before.max_uses),
    max_uses_per_client: input.maxUsesPerClient ?? before.max_uses_per_client ?? 1,
    is_active: input.isActive ?? Number(before.is_active) === 1,
  }
  if (Number(terms.ends_at) <= terms.starts_at)
    throw new InvalidField('endsAt', 'after', 'The endsAt field must be later than startsAt')
  if (terms.max_uses_per_client > terms.max_uses)
    throw new InvalidField(
      'maxUsesPerClient',
      'max',
      'The maxUsesPerClient field must not be above maxUses'
    )
  return terms
}

function percentOf(input: CouponInput, before: Partial<CouponTerms>) {
  if (input.amount) throw prohibited('amount', 'percent')
  const bps = need('bps', input.bps ?? before.bps)
  return { bps, amount: null, currency: '' }
}

function fixedOf(input: CouponInput, before: Partial<CouponTerms>) {
  if (input.bps !== undefined) throw prohibited('bps', 'fixed')
  const amount = need('amount', input.amount?.amount ?? before.amount)
  return { bps: null, amount: Number(amount), currency: input.amount?.currency ?? before.currency! }
}

/** A minimum has the currency of the amount; of a percentage it decides the currency itself. */
function minimumOf(input: CouponInput, before: Partial<CouponTerms>, currency: string) {
  const kept = Number(before.minimum_amount ?? 0)
  const { minimum = kept ? { amount: kept, currency: before.currency! } : null } = input
  if (!minimum || minimum.amount === 0) return { minimum_amount: 0, currency }
  if (currency && minimum.currency !== currency)
    throw new InvalidField(
      'minimum.currency',
      'sameAs',
      `The minimum.currency field must be the amount's: ${currency}`
    )
  return { minimum_amount: minimum.amount, currency: minimum.currency }
}

function need<T>(field: string, value: T | null | undefined): T {
  if (value !== null && value !== undefined) return value
  throw new InvalidField(field, 'required', `The ${field} field must be given`)
}

function prohibited(field: string, kind: CouponKind) {
  return new InvalidField(field, 'prohibited', `A ${kind} coupon has no ${field}`)
}
