import type AccountStatusChanged from '#auth/events/account_status_changed'
import { TransactionalJob } from '#core/outbox/job'
import type { Transaction } from '#core/database/write'
import { closeAllOf } from '#impersonation/services/close'

/** Nobody looks on through the eyes of an account that got another status. */
export default class FollowAccount extends TransactionalJob<AccountStatusChanged> {
  async run({ userId }: AccountStatusChanged, trx: Transaction) {
    await closeAllOf(trx, userId)
  }
}
