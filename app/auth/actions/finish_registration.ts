import { consume, type Challenge } from '#auth/services/challenges'
import { InvalidCode } from '#auth/errors'
import { makeAccount } from '#auth/services/new_account'
import { isDuplicate } from '#core/database/driver_errors'
import { write } from '#core/database/write'
import type User from '#users/models/user'

/** Makes the account that a registration's challenge describes. Only one caller per challenge can. */
export default class FinishRegistration {
  /** @throws InvalidCode when the challenge was used, or the address taken, meanwhile */
  async execute(challenge: Challenge): Promise<User> {
    const { name, email, phone, role, passwordHash, businessName, country } = challenge.data
    try {
      return await write(async (trx) => {
        if (!(await consume(trx, challenge.id))) throw new InvalidCode()
        const address = { email: email ?? null, phone: phone ?? null }
        return makeAccount(trx, { role, name, ...address, passwordHash, businessName, country })
      })
    } catch (error) {
      if (isDuplicate(error)) throw new InvalidCode()
      throw error
    }
  }
}
