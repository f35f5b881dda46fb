import { recordAudit } from '#audit/record'
import { issueToken } from '#auth/services/challenges'
import { hashPassword } from '#auth/services/passwords'
import { mayManage } from '#auth/services/staff_ladder'
import type { Actor, StaffRole } from '#core/actor'
import { isDuplicate } from '#core/database/driver_errors'
import { write, type Transaction } from '#core/database/write'
import { Forbidden, InvalidField } from '#core/errors'
import { clock, DAY, HOUR } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import { queueEmail } from '#notifications/services/messages'
import User from '#users/models/user'

const INVITATION_LIFE = 3 * DAY

export interface NewStaffAccount {
  name: string
  email: string
  role: StaffRole
}

/** Makes a staff account: by invitation, or on the server's own terminal with a password. */
export default class CreateStaffAccount {
  /**
   * @throws Forbidden (403) when the actor may not give this role
   * @throws InvalidField (422) when the address has an account
   */
  async byInvitation({ actor, ...input }: NewStaffAccount & { actor: Actor }): Promise<User> {
    if (!mayManage(actor.role, input.role)) throw new Forbidden()
    return this.#unique(async (trx) => {
      const user = await this.#create(trx, input, null)
      await this.#invite(trx, user)
      await this.#audit(trx, actor, user, null)
      return user
    })
  }

  /** The way in when nobody can log in (`node ace user:create`). */
  async withPassword(input: NewStaffAccount & { password: string }): Promise<User> {
    const passwordHash = await hashPassword(input.password)
    return this.#unique(async (trx) => {
      const user = await this.#create(trx, input, passwordHash)
      await this.#audit(trx, null, user, 'made on the terminal of the server')
      return user
    })
  }

  async #unique(work: (trx: Transaction) => Promise<User>): Promise<User> {
    try {
      return await write(work)
    } catch (error) {
      if (isDuplicate(error))
        throw new InvalidField('email', 'unique', 'There is an account with this address')
      throw error
    }
  }

  #create(trx: Transaction, { name, email, role }: NewStaffAccount, passwordHash: string | null) {
    const now = clock.now()
    return User.create(
      {
        ...newRow('user', now),
        name,
        email,
        role,
        passwordHash,
        status: 'active',
        phone: null,
        emailVerifiedAt: passwordHash ? now : null,
        phoneVerifiedAt: null,
        language: 'en',
        timezone: 'UTC',
        country: null,
        twoFactor: 'off',
        onboardingStep: 0,
        lastLoginAt: null,
      },
      { client: trx }
    )
  }

  async #invite(trx: Transaction, user: User) {
    const { secret, expiresAt } = await issueToken(trx, {
      purpose: 'password_reset',
      subject: user.id,
      userId: user.id,
      life: INVITATION_LIFE,
    })
    await queueEmail(trx, {
      userId: user.id,
      to: user.email!,
      template: 'staff_invitation',
      data: { name: user.name, role: user.role, hours: INVITATION_LIFE / HOUR },
      secrets: { token: secret },
      expiresAt,
    })
  }

  #audit(trx: Transaction, actor: Actor | null, user: User, reason: string | null) {
    const { id, name, email, role } = user
    return recordAudit(trx, {
      actor,
      action: 'staff_account.created',
      subject: { type: 'user', id },
      after: { name, email, role },
      reason,
    })
  }
}
