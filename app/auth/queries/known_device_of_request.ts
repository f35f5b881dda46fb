import db from '@adonisjs/lucid/services/db'
import { hashOfDevice } from '#auth/services/known_devices'
import { clock } from '#core/support/clock'

/** What a request says of itself, before anything of it was checked. */
interface Claims {
  token: string
  email?: unknown
  phone?: unknown
  /** of a log-in that waits for its second half */
  challenge?: unknown
}

/** Whether a device is one that the account in question has logged in from. */
export default class KnownDeviceOfRequest {
  /** @returns the hash of its token; null for a stranger's, and for another account's */
  async execute({ token, email, phone, challenge }: Claims): Promise<string | null> {
    const known = db
      .from('known_devices')
      .where('token_hash', hashOfDevice(token))
      .where('known_devices.expires_at', '>', clock.now())
      .select('token_hash')
    if (typeof email === 'string' || typeof phone === 'string') {
      known.join('users', 'users.id', 'known_devices.user_id')
      if (typeof email === 'string') known.where('users.email', email.trim().toLowerCase())
      else known.where('users.phone', String(phone)).whereNotNull('users.phone_verified_at')
    } else if (typeof challenge === 'string') {
      known
        .join('challenges', 'challenges.user_id', 'known_devices.user_id')
        .where('challenges.id', challenge)
    } else return null
    const row = await known.first()
    return row?.token_hash ?? null
  }
}
