import { consume, type Challenge } from '#auth/services/challenges'
import { InvalidCode } from '#auth/errors'
import { makeAccount } from '#auth/services/new_account'
import type { RegistrationData } from '#auth/services/registrations'
import { isDuplicate } from '#core/database/driver_errors'
import { write } from '#core/database/write'
import type User from '#users/models/user'

/** Makes the account that a registration's challenge describes. Only one caller per challenge can. */
export default class FinishRegistration {
  /** @throws InvalidCode when the challenge was used, or the address taken, meanwhile */
  async execute(challenge: Challenge): Promise<User> {
    const { email, phone, ...data } = challenge.data as RegistrationData
    try {
      return await write(async (trx) => {
        if (!(await consume(trx, challenge.id))) throw new InvalidCode()
        const address = { email: email ?? null, phone: phone ?? null }
        return makeAccount(trx, { ...data, ...address, id: challenge.userId! })
      })
    } catch (error) {
      if (isDuplicate(error)) throw new InvalidCode()
      throw error
    }
  }
}
