import db from '@adonisjs/lucid/services/db'
import { hashOfDevice } from '#auth/services/known_devices'
import { clock } from '#core/support/clock'

/** By which field of a request its account is found. */
export type AccountField = 'email' | 'phone' | 'challenge'

/** What a request says of itself, before anything of it was checked. */
interface Claims {
  token: string
  /** a challenge is that of a log-in that waits for its second half */
  by: AccountField
  /** spelt as we keep it */
  account: string
}

/** Whether a device is one that the account in question has logged in from. */
export default class KnownDeviceOfRequest {
  /** @returns the hash of its token; null for a stranger's, and for another account's */
  async execute({ token, by, account }: Claims): Promise<string | null> {
    const known = db
      .from('known_devices')
      .where('token_hash', hashOfDevice(token))
      .where('known_devices.expires_at', '>', clock.now())
      .select('token_hash')
    if (by === 'challenge')
      known
        .join('challenges', 'challenges.user_id', 'known_devices.user_id')
        .where('challenges.id', account)
    else known.join('users', 'users.id', 'known_devices.user_id').where(`users.${by}`, account)
    // a number that nobody has confirmed is nobody's
    if (by === 'phone') known.whereNotNull('users.phone_verified_at')
    const row = await known.first()
    return row?.token_hash ?? null
  }
}
