/*
 * How often anybody may try an account's second factor: 10 times an hour and 50 a day, whatever the
 * addresses, and a try is counted before anything is compared. Strangers, each known device, and the
 * account's own sessions are counted apart, so that who knows a password cannot lock out its owner.
 */
import { SecondFactorLocked } from '#auth/errors'
import { issueToken } from '#auth/services/challenges'
import { tellOwner } from '#auth/services/security_mails'
import { recordAudit } from '#audit/record'
import type { Transaction } from '#core/database/write'
import { countUse, type Cap } from '#core/limits/usage_cap'
import { clock, DAY, HOUR, SECOND } from '#core/support/clock'
import User from '#users/models/user'

const PER_HOUR: Cap = { kind: 'second_factor', max: 10, per: 'hour' }
const PER_DAY: Cap = { kind: 'second_factor', max: 50, per: 'day' }
const UNLOCK_MAILS: Cap = { kind: 'unlock_mail', max: 1, per: 'day' }
const UNLOCK_LIFE = DAY

/** Who tries: a stranger or, with a suffix, somebody who is better known. */
export const bucketOf = {
  stranger: (userId: string) => userId,
  device: (userId: string, tokenHash: string) => `${userId}:${tokenHash.slice(0, 32)}`,
  session: (userId: string) => `${userId}:sessions`,
}

export type TryVerdict = 'counted' | 'hour is full' | 'day is full'

/** Counts one try, in the caller's transaction. The first one over the day's cap sends the unlock mail. */
export async function countFactorTry(
  trx: Transaction,
  bucket: string,
  userId: string
): Promise<TryVerdict> {
  if (!(await countUse(trx, PER_HOUR, bucket))) return 'hour is full'
  if (await countUse(trx, PER_DAY, bucket)) return 'counted'
  if (await countUse(trx, UNLOCK_MAILS, userId)) await mailUnlockLink(trx, userId)
  return 'day is full'
}

/** @throws SecondFactorLocked (429) for every verdict but `counted` */
export function assertCounted(verdict: TryVerdict) {
  if (verdict === 'counted') return
  const window = verdict === 'hour is full' ? HOUR : DAY
  throw new SecondFactorLocked(Math.ceil((window - (clock.now() % window)) / SECOND))
}

/** Only wrong codes count: a right one gives its try back. */
export async function forgiveTry(trx: Transaction, bucket: string) {
  for (const { kind, per } of [PER_HOUR, PER_DAY])
    await trx
      .from('usage_counters')
      .where({ subject: bucket, kind: `${kind}:${per}` })
      .where('window_no', Math.floor(clock.now() / (per === 'hour' ? HOUR : DAY)))
      .where('used', '>', 0)
      .update({ used: trx.raw('used - 1') })
}

/** Forgets the wrong codes of strangers and of sessions; what a device has tried runs out by itself. */
export async function forgiveAll(trx: Transaction, userId: string) {
  await trx
    .from('usage_counters')
    .whereIn('subject', [bucketOf.stranger(userId), bucketOf.session(userId)])
    .whereIn('kind', [`${PER_HOUR.kind}:hour`, `${PER_DAY.kind}:day`])
    .delete()
}

async function mailUnlockLink(trx: Transaction, userId: string) {
  const user = await User.query({ client: trx }).where('id', userId).firstOrFail()
  const { secret, expiresAt } = await issueToken(trx, {
    purpose: 'unlock_factor',
    subject: userId,
    userId,
    life: UNLOCK_LIFE,
  })
  await tellOwner(
    trx,
    user,
    'second_factor_locked',
    { hours: UNLOCK_LIFE / HOUR },
    {
      secrets: { token: secret },
      expiresAt,
    }
  )
  await recordAudit(trx, {
    actor: null,
    action: 'second_factor.locked',
    subject: { type: 'user', id: userId },
  })
}
