import type { Transaction } from '#core/database/write'
import { TransactionalJob } from '#core/outbox/job'
import { outbox } from '#core/outbox/outbox'
import PartnerStatusChanged from '#partners/events/partner_status_changed'
import { refreshReach } from '#partners/services/reach'

/**
 * A partner whose account is closed gets no leads and sells nothing, from the same transaction on;
 * opened again, the shop is what it was.
 */
export default class FollowAccount extends TransactionalJob<{ userId: string }> {
  async run({ userId }: { userId: string }, trx: Transaction) {
    const partner = await trx.from('partners').where({ user_id: userId }).select('id').first()
    if (!partner) return
    await refreshReach(trx, [partner.id])
    await outbox.record(trx, new PartnerStatusChanged(partner.id))
  }
}
