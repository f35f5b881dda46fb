/*
 * Devices that an account has logged in from. A device holds a token of 256 random bits, the table
 * its hash. Knowing a device tells its owner from the strangers who guess at the account (limits of
 * its own, no mail about a new device); it stands in for the second factor only where the owner has
 * asked for it, for 30 days.
 */
import { createHash, randomBytes } from 'node:crypto'
import { tellOwner } from '#auth/services/security_mails'
import type { Origin } from '#auth/services/sessions'
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock, DAY, toIso } from '#core/support/clock'
import type User from '#users/models/user'

/** an unseen device is a stranger again after this time */
export const DEVICE_LIFE = 180 * DAY
const REMEMBERED_FOR = 30 * DAY

export interface KnownDevice {
  tokenHash: string
  /** the password alone is enough here, for now */
  isRemembered: boolean
}

/** The device behind a token, if this account knows it. */
export async function knownDevice(
  db: Pick<Transaction, 'from'>,
  userId: string,
  token: string | null | undefined
): Promise<KnownDevice | null> {
  if (!token) return null
  const now = clock.now()
  const row = await db
    .from('known_devices')
    .where({ token_hash: hashOfDevice(token), user_id: userId })
    .where('expires_at', '>', now)
    .first()
  return row && { tokenHash: row.token_hash, isRemembered: Number(row.remembered_until) > now }
}

/**
 * Takes note of the device that a session is opened on; a strange one gets to be known, and its
 * owner a mail, unless it is the account's very first.
 *
 * @param remember whether the second factor, just shown, need not be shown here for 30 days
 * @returns the token that the device is to keep; null when it has one
 */
export async function noteDevice(
  trx: Transaction,
  user: User,
  origin: Origin,
  remember = false
): Promise<string | null> {
  const now = clock.now()
  const seen = {
    last_seen_at: now,
    expires_at: now + DEVICE_LIFE,
    ...(remember ? { remembered_until: now + REMEMBERED_FOR } : {}),
  }
  const device = await knownDevice(trx, user.id, origin.deviceToken)
  if (device) {
    await changedOne(trx.from('known_devices').where({ token_hash: device.tokenHash }), seen)
    return null
  }
  const isFirst = !user.lastLoginAt
  if (!isFirst) await tellOwner(trx, user, 'new_device', whereFrom(origin, now))
  const token = randomBytes(32).toString('base64url')
  await trx
    .insertQuery()
    .table('known_devices')
    .insert({ token_hash: hashOfDevice(token), user_id: user.id, ...seen, created_at: now })
  return token
}

/** From now on every device has to show the second factor again. */
export async function forgetRemembered(trx: Transaction, userId: string) {
  await trx
    .from('known_devices')
    .where({ user_id: userId })
    .whereNotNull('remembered_until')
    .update({ remembered_until: null })
}

export function hashOfDevice(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function whereFrom({ ip, userAgent }: Origin, now: number) {
  return { device: userAgent?.slice(0, 120) ?? 'a device without a name', ip, at: toIso(now) }
}
