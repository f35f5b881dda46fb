import { recordAudit } from '#audit/record'
import { isStaffRole, type Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import { write } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { couponRowsOf, type CouponRow } from '#coupons/queries/coupon_rows'
import { codeOf } from '#coupons/services/code'
import { termsOf, type CouponInput } from '#coupons/services/terms'

export interface NewCoupon extends CouponInput {
  actor: Actor
  code: string
}

/** Makes a coupon: a partner one of their own, who pays for it; staff one of the platform's. */
export default class CreateCoupon {
  /** @throws InvalidField for a code that is or was in use, and terms that do not go together */
  async execute({ actor, code, ...input }: NewCoupon): Promise<CouponRow> {
    return write(async (trx) => {
      const now = clock.now()
      const { query, partnerId } = await couponRowsOf(actor, trx)
      const terms = termsOf(input, { starts_at: now, is_active: true })
      const row = {
        id: newId('coupon'),
        code: codeOf(code),
        partner_id: partnerId,
        ...terms,
        created_at: now,
        updated_at: now,
      }
      if (!(await insertedOnce(trx, 'coupons', row)))
        throw new InvalidField('code', 'unique', 'This code is or was in use')
      if (isStaffRole(actor.role))
        await recordAudit(trx, {
          actor,
          action: 'coupon.created',
          subject: { type: 'coupon', id: row.id },
          after: { code: row.code, ...terms },
        })
      return query.where('coupons.id', row.id).firstOrFail()
    })
  }
}
