import hash from '@adonisjs/core/services/hash'

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
