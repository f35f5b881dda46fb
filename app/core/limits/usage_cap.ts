import { insertedOnce, changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock, DAY, HOUR } from '#core/support/clock'

export interface Cap {
  /** what is counted, e.g. mail_codes */
  kind: string
  max: number
  per: 'hour' | 'day'
}

/**
 * Counts one use of something scarce, exactly, across all processes: the conditional update is the
 * decision.
 *
 * @returns false when the cap is reached; nothing was counted then
 */
export async function countUse(trx: Transaction, cap: Cap, subject: string): Promise<boolean> {
  const length = cap.per === 'hour' ? HOUR : DAY
  const window = Math.floor(clock.now() / length)
  const key = { subject, kind: `${cap.kind}:${cap.per}`, window_no: window }
  const room = () => trx.from('usage_counters').where(key).where('used', '<', cap.max)
  if (await changedOne(room(), { used: trx.raw('used + 1') })) return true
  const isFirst = await insertedOnce(trx, 'usage_counters', {
    ...key,
    used: 1,
    expires_at: (window + 2) * length,
  })
  return isFirst || changedOne(room(), { used: trx.raw('used + 1') })
}
