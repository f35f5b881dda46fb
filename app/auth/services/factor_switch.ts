/*
 * Turning an account's second factor on and off: what goes with it, wherever it is done.
 */
import { voidHalfLogIns } from '#auth/services/half_log_ins'
import { replaceRecoveryCodes } from '#auth/services/recovery_codes'
import { forgetRemembered } from '#auth/services/known_devices'
import { tellOwner } from '#auth/services/security_mails'
import { revokeSessions } from '#auth/services/sessions'
import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { StateConflict } from '#core/errors'
import { clock } from '#core/support/clock'
import type User from '#users/models/user'

/**
 * @returns fresh recovery codes, to be shown once, and the other sessions, which were opened without
 *   the factor and are over (for `forgetSessions`)
 * @throws StateConflict when another was faster
 */
export async function turnOn(
  trx: Transaction,
  actor: Actor,
  user: User,
  method: 'totp' | 'email' | 'sms'
): Promise<{ recoveryCodes: string[]; ended: string[] }> {
  await change(trx, user, method)
  const recoveryCodes = await replaceRecoveryCodes(trx, user.id)
  await recordAudit(trx, {
    actor,
    action: 'second_factor.enabled',
    subject: { type: 'user', id: user.id },
    before: { twoFactor: user.twoFactor },
    after: { twoFactor: method },
  })
  const which = { user_id: user.id }
  const ended = await revokeSessions(trx, which, 'second_factor_changed', actor.sessionId)
  await tellOwner(trx, user, 'second_factor_changed', { what: 'a second factor was enabled' })
  return { recoveryCodes, ended }
}

/** @throws StateConflict when another was faster */
export async function turnOff(trx: Transaction, actor: Actor, user: User) {
  await change(trx, user, 'off')
  await forgetFactors(trx, user.id)
  await recordAudit(trx, {
    actor,
    action: 'second_factor.disabled',
    subject: { type: 'user', id: user.id },
    before: { twoFactor: user.twoFactor },
    after: { twoFactor: 'off' },
  })
  await tellOwner(trx, user, 'second_factor_changed', { what: 'the second factor was disabled' })
}

/** Drops the app and the recovery codes of an account whose second factor is another now, or none. */
export async function forgetFactors(trx: Transaction, userId: string) {
  await trx.from('totp_factors').where({ user_id: userId }).delete()
  await trx.from('recovery_codes').where({ user_id: userId }).delete()
  await forgetRemembered(trx, userId)
}

async function change(trx: Transaction, user: User, twoFactor: string) {
  const unchanged = trx.from('users').where({ id: user.id, two_factor: user.twoFactor })
  // its owner may have taken the number away meanwhile
  if (twoFactor === 'sms') unchanged.whereNotNull('phone_verified_at')
  const values = { two_factor: twoFactor, updated_at: clock.now() }
  if (!(await changedOne(unchanged, values))) throw new StateConflict()
  await forgetRemembered(trx, user.id)
  await voidHalfLogIns(trx, user.id)
}
