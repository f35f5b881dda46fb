import type { ChallengePurpose } from '#auth/services/challenges'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

const HALVES: ChallengePurpose[] = ['second_factor', 'identity_link', 'phone_login']

/**
 * Voids the log-ins of an account that wait for their second half, or for a code: they were begun
 * with a password, a factor or a number that is the account's no more.
 */
export async function voidHalfLogIns(trx: Transaction, userId: string) {
  await trx
    .from('challenges')
    .where({ user_id: userId })
    .whereIn('purpose', HALVES)
    .whereNull('voided_at')
    .whereNull('used_at')
    .update({ voided_at: clock.now() })
}
