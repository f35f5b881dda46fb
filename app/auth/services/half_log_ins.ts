import type { ChallengePurpose } from '#auth/services/challenges'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

const HALVES: ChallengePurpose[] = ['second_factor', 'identity_link', 'phone_login']

/** what else waits for a code, one that may have been texted */
const TEXTED: ChallengePurpose[] = ['step_up', 'enable_factor', 'confirm_phone']

/**
 * Voids the log-ins of an account that wait for their second half, or for a code: they were begun
 * with a password, a factor or a number that is the account's no more.
 */
export async function voidHalfLogIns(trx: Transaction, userId: string) {
  await voidOf(trx, userId, HALVES)
}

/** The same, and every other code that may have gone to a number which is the account's no more. */
export async function voidCodesToNumber(trx: Transaction, userId: string) {
  await voidOf(trx, userId, [...HALVES, ...TEXTED])
}

async function voidOf(trx: Transaction, userId: string, purposes: ChallengePurpose[]) {
  await trx
    .from('challenges')
    .where({ user_id: userId })
    .whereIn('purpose', purposes)
    .whereNull('voided_at')
    .whereNull('used_at')
    .update({ voided_at: clock.now() })
}
