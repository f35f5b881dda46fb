import { createHmac, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import hash from '@adonisjs/core/services/hash'
import { appKeys } from '#core/support/app_keys'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

let decoy: Promise<string> | undefined

/**
 * Whether a password is the one behind a hash. Without a hash (no such account) it compares with a
 * decoy all the same, so that both cases take the same time.
 */
export async function isPassword(given: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hash.make('a password that nobody has')
  const isRight = await hash.verify(passwordHash ?? (await decoy), given)
  return isRight && passwordHash !== null
}

/** scrypt; takes about 70 ms, so never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash.make(password)
}

/**
 * By what two registrations of one address see whether they have the same password, inside of a
 * transaction. As slow to guess as the hash is: scrypt, with a salt that only our key makes.
 */
export async function passwordMark(password: string, subject: string): Promise<string> {
  const salt = createHmac('sha256', `password mark:${appKeys()[0]}`).update(subject).digest()
  return (await derive(password, salt, 32)).toString('base64url')
}
