import { recordAudit } from '#audit/record'
import { InvalidResetToken } from '#auth/errors'
import { redeemToken, voidChallenges } from '#auth/services/challenges'
import { voidHalfLogIns } from '#auth/services/half_log_ins'
import { forgetDevices, forgetRemembered } from '#auth/services/known_devices'
import { assertOwnPassword } from '#auth/services/own_password'
import { hashPassword } from '#auth/services/passwords'
import { tellOwner } from '#auth/services/security_mails'
import { forgetSessions } from '#auth/services/session_states'
import { revokeSessions } from '#auth/services/sessions'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import User from '#users/models/user'

/**
 * Sets a new password, by a mailed link or by the old one; every other session ends, and every
 * log-in that is half done. The second factor stays, no device is excused from it any more, and all
 * but the caller's are strangers.
 */
export default class SetPassword {
  /** @throws InvalidResetToken when the link is unknown, used or expired */
  async byLink({ token, password }: { token: string; password: string }) {
    const passwordHash = await hashPassword(password)
    const ended = await write(async (trx) => {
      const challenge = await redeemToken(trx, 'password_reset', token)
      if (!challenge) throw new InvalidResetToken()
      const user = await User.query({ client: trx }).where('id', challenge.userId!).firstOrFail()
      if (!user.isActive) throw new InvalidResetToken()
      return this.#store(trx, user, passwordHash, null)
    })
    forgetSessions(ended)
  }

  /**
   * @throws InvalidField when the old password is not right
   * @throws SecondFactorLocked (429) when the account's sessions have tried too often
   */
  async byOldPassword(input: { actor: Actor; currentPassword: string; newPassword: string }) {
    const { actor, currentPassword, newPassword } = input
    const user = await User.findOrFail(actor.id)
    await assertOwnPassword(user, currentPassword, 'currentPassword')
    const passwordHash = await hashPassword(newPassword)
    const ended = await write((trx) => this.#store(trx, user, passwordHash, actor))
    forgetSessions(ended)
  }

  async #store(trx: Transaction, user: User, passwordHash: string, actor: Actor | null) {
    const now = clock.now()
    // a mailed link proves the address as well: the way staff who were invited confirm theirs
    const isProven = actor === null && user.email !== null && user.emailVerifiedAt === null
    await trx
      .from('users')
      .where({ id: user.id })
      .update({
        password_hash: passwordHash,
        updated_at: now,
        ...(isProven ? { email_verified_at: now } : {}),
      })
    await voidChallenges(trx, 'password_reset', user.id)
    await voidHalfLogIns(trx, user.id)
    const ended = await revokeSessions(
      trx,
      { user_id: user.id },
      'password_changed',
      actor?.sessionId
    )
    await forgetDevices(trx, user.id, actor?.sessionId)
    await forgetRemembered(trx, user.id)
    await tellOwner(trx, user, 'password_changed', {})
    await recordAudit(trx, {
      actor,
      action: 'user.password_changed',
      subject: { type: 'user', id: user.id },
    })
    return ended
  }
}
