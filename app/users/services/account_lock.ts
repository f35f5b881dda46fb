import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

/**
 * Makes writers to one account take turns: its row is the root of the aggregate, locked by this
 * update until the transaction ends. What is read after it cannot change meanwhile.
 */
export async function lockAccount(trx: Transaction, userId: string) {
  await trx.from('users').where({ id: userId }).update({ updated_at: clock.now() })
}
