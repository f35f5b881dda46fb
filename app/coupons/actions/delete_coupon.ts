import { recordAudit } from '#audit/record'
import { isStaffRole, type Actor } from '#core/actor'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { lockCoupon } from '#coupons/services/lock_coupon'

/** Takes a coupon away for good. Its row stays for the orders that used it, and so does its code. */
export default class DeleteCoupon {
  /** @throws NotFound for somebody else's */
  async execute({ actor, couponId }: { actor: Actor; couponId: string }) {
    await write(async (trx) => {
      const { code, used } = await lockCoupon(trx, actor, couponId)
      const now = clock.now()
      await trx
        .from('coupons')
        .where({ id: couponId })
        .update({ is_active: false, deleted_at: now, updated_at: now })
      if (isStaffRole(actor.role))
        await recordAudit(trx, {
          actor,
          action: 'coupon.deleted',
          subject: { type: 'coupon', id: couponId },
          before: { code, used },
        })
    })
  }
}
