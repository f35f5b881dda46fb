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
import { newId } from '#core/support/ids'
import type User from '#users/models/user'

/** an unseen device is a stranger again after this time */
export const DEVICE_LIFE = 180 * DAY
const REMEMBERED_FOR = 30 * DAY

export interface KnownDevice {
  id: string
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
  if (!row) return null
  const isRemembered = Number(row.remembered_until) > now
  return { id: row.id, tokenHash: row.token_hash, isRemembered }
}

/**
 * Takes note of the device that a session is opened on; a strange one gets to be known, and its
 * owner a mail, unless it is the account's very first.
 *
 * @param remember whether the second factor, just shown, need not be shown here for 30 days
 * @returns its id, and the token that it is to keep; null when it has one
 */
export async function noteDevice(
  trx: Transaction,
  user: User,
  origin: Origin,
  remember = false
): Promise<{ id: string; token: string | null }> {
  const now = clock.now()
  const seen = {
    name: origin.userAgent?.slice(0, 120) ?? null,
    last_seen_at: now,
    expires_at: now + DEVICE_LIFE,
    ...(remember ? { remembered_until: now + REMEMBERED_FOR } : {}),
  }
  const device = await knownDevice(trx, user.id, origin.deviceToken)
  if (device) {
    await changedOne(trx.from('known_devices').where({ token_hash: device.tokenHash }), seen)
    return { id: device.id, token: null }
  }
  const isFirst = !user.lastLoginAt
  if (!isFirst) await tellOwner(trx, user, 'new_device', whereFrom(origin, now))
  const id = newId('device')
  const token = randomBytes(32).toString('base64url')
  await trx
    .insertQuery()
    .table('known_devices')
    .insert({ id, token_hash: hashOfDevice(token), user_id: user.id, ...seen, created_at: now })
  return { id, token }
}

/** From now on every device, or the one of a session, or all but that, has to show the second factor again. */
export async function forgetRemembered(
  trx: Transaction,
  userId: string,
  { session, exceptSession }: { session?: string; exceptSession?: string } = {}
) {
  const devices = trx.from('known_devices').where({ user_id: userId })
  if (session !== undefined) devices.where('id', await deviceOf(trx, session))
  if (exceptSession !== undefined) devices.whereNot('id', await deviceOf(trx, exceptSession))
  await devices.whereNotNull('remembered_until').update({ remembered_until: null })
}

/** All of them are strangers from now on, but for the one that `exceptSession` was opened on. */
export async function forgetDevices(trx: Transaction, userId: string, exceptSession?: string) {
  const devices = trx.from('known_devices').where({ user_id: userId })
  if (exceptSession !== undefined) devices.whereNot('id', await deviceOf(trx, exceptSession))
  await devices.delete()
}

/** @returns an id that no device has where the session does not know its own */
async function deviceOf(trx: Transaction, sessionId: string): Promise<string> {
  const session = await trx.from('sessions').where('id', sessionId).select('device_id').first()
  return session?.device_id ?? 'none'
}

export function hashOfDevice(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function whereFrom({ ip, userAgent }: Origin, now: number) {
  return { device: userAgent?.slice(0, 120) ?? 'a device without a name', ip, at: toIso(now) }
}
