/*
 * How many codes an account is sent. Each bucket has 5 an hour and 10 a day, and all of them together
 * 10 texts and 10 mailed codes a day, however many sessions, devices and challenges ask. Who has shown
 * no more than a password or a number gets 6 of those at most: the rest is for the devices that the
 * account knows and for its own sessions, so that a stranger cannot use up the owner's.
 */
import { maySend } from '#auth/services/challenges'
import type { Channel } from '#auth/services/factor_methods'
import type { Transaction } from '#core/database/write'
import { countUse, type Cap } from '#core/limits/usage_cap'

const TOGETHER: Record<Channel, Cap> = {
  sms: { kind: 'texted_codes', max: 10, per: 'day' },
  email: { kind: 'mailed_codes', max: 10, per: 'day' },
}
const STRANGERS: Record<Channel, Cap> = {
  sms: { kind: 'texted_strangers', max: 6, per: 'day' },
  email: { kind: 'mailed_strangers', max: 6, per: 'day' },
}

export interface Asker {
  userId: string
  /** who is counted together (services/factor_tries.ts), or the number that was given */
  bucket: string
  isStranger: boolean
}

/** Whether one more code may go to an account. Counts it when it may; the narrowest cap comes first. */
export async function mayCode(
  trx: Transaction,
  { userId, bucket, isStranger }: Asker,
  channel: Channel
): Promise<boolean> {
  if (!(await maySend(trx, bucket))) return false
  if (isStranger && !(await countUse(trx, STRANGERS[channel], userId))) return false
  return countUse(trx, TOGETHER[channel], userId)
}
