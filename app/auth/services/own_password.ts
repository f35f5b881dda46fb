import { assertCounted, bucketOf, countFactorTry, forgiveTry } from '#auth/services/factor_tries'
import { isPassword } from '#auth/services/passwords'
import { write } from '#core/database/write'
import { InvalidField } from '#core/errors'
import type User from '#users/models/user'

/**
 * Whether the owner of a session knows the password, too. Counted like a code, before it is compared.
 *
 * @param field of the request that holds it
 * @throws InvalidField (422) when it is not right
 * @throws SecondFactorLocked (429) when the account's sessions have tried too often
 */
export async function assertOwnPassword(user: User, password: string, field = 'password') {
  const bucket = bucketOf.session(user.id)
  assertCounted(await write((trx) => countFactorTry(trx, bucket, user.id)))
  if (!(await isPassword(password, user.passwordHash)))
    throw new InvalidField(field, 'password', 'The password is not right')
  await write((trx) => forgiveTry(trx, bucket))
}
