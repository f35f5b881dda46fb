import { consume, type Challenge } from '#auth/services/challenges'
import { InvalidCode } from '#auth/errors'
import { recordAudit } from '#audit/record'
import { isDuplicate } from '#core/database/driver_errors'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import UserRegistered from '#users/events/user_registered'
import User from '#users/models/user'
import { queueEmail } from '#notifications/services/messages'

/** Makes the account that a registration's challenge describes. Only one caller per challenge can. */
export default class FinishRegistration {
  /** @throws InvalidCode when the challenge was used, or the address taken, meanwhile */
  async execute(challenge: Challenge): Promise<User> {
    const { name, email, phone, role, passwordHash, businessName, country } = challenge.data
    try {
      return await write(async (trx) => {
        if (!(await consume(trx, challenge.id))) throw new InvalidCode()
        const now = clock.now()
        const user = await User.create(
          {
            ...newRow('user', now),
            role,
            status: 'active',
            name,
            email: email ?? null,
            phone: phone ?? null,
            passwordHash,
            emailVerifiedAt: email ? now : null,
            phoneVerifiedAt: email ? null : now,
            language: 'en',
            timezone: 'UTC',
            country,
            twoFactor: 'off',
            onboardingStep: 0,
          },
          { client: trx }
        )
        await outbox.record(trx, new UserRegistered(user.id, role, businessName ?? name))
        if (email)
          await queueEmail(trx, { userId: user.id, to: email, template: 'welcome', data: { name } })
        await recordAudit(trx, {
          actor: null,
          action: 'user.registered',
          subject: { type: 'user', id: user.id },
          after: { role },
        })
        return user
      })
    } catch (error) {
      if (isDuplicate(error)) throw new InvalidCode()
      throw error
    }
  }
}
