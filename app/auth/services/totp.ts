/*
 * Time-based one-time passwords (RFC 6238): SHA-1, six digits, 30 seconds, which is what every
 * authenticator app knows. The seed is stored encrypted and shown once, while it is set up.
 */
import encryption from '@adonisjs/core/services/encryption'
import { Secret, TOTP } from 'otpauth'
import { clock, SECOND } from '#core/support/clock'
import { openSealed } from '#core/support/sealed'

const STEP = 30 * SECOND
/** clocks of telephones may be this many steps away */
const DRIFT = 1

/** A fresh seed, ready for the table. */
export function newSealedSeed(): string {
  return encryption.encrypt(new Secret({ size: 20 }).base32)
}

/** What an authenticator app is set up with. `label` tells the owner's accounts apart. */
export function setUpOf(sealed: string, label: string): { secret: string; otpauthUri: string } {
  const totp = totpOf(sealed, label)
  return { secret: totp.secret.base32, otpauthUri: totp.toString() }
}

/** The step that a code belongs to, at most one away from now; null for a wrong code. */
export function stepOfCode(sealed: string, code: string): number | null {
  const now = clock.now()
  const away = totpOf(sealed, '').validate({ token: code, timestamp: now, window: DRIFT })
  return away === null ? null : Math.floor(now / STEP) + away
}

function totpOf(sealed: string, label: string): TOTP {
  const seed = openSealed<string>(sealed)
  return new TOTP({ issuer: 'Souk', label, secret: Secret.fromBase32(seed) })
}
