/*
 * By what an account can show, besides its password, whose it is. What its owner has chosen is never
 * replaced by something weaker: who has set up an app is not asked for a mailed code instead, for
 * then the mailbox alone would be enough (it resets the password, too).
 */
import type User from '#users/models/user'

export type FactorMethod = 'totp' | 'email' | 'sms' | 'recovery'
export type Channel = 'email' | 'sms'
export type ProofMethod = FactorMethod | 'password'

/**
 * The methods for the second half of a log-in, the account's own first; empty when there are none.
 *
 * @param without the channel that the first half came by: one channel does not count twice
 */
export function factorMethodsOf(
  user: User,
  recoveryCodes: number,
  without?: Channel
): FactorMethod[] {
  const reachable: Channel[] = [
    ...(user.email !== null && user.emailVerifiedAt !== null ? (['email'] as const) : []),
    ...(user.phoneVerifiedAt !== null && user.phone !== null ? (['sms'] as const) : []),
  ]
  const sent = reachable.filter(
    (channel) => channel !== without && isAtLeast(channel, user.twoFactor, without)
  )
  const own = sent.filter((channel) => channel === user.twoFactor)
  const others = sent.filter((channel) => channel !== user.twoFactor)
  return [
    ...(user.twoFactor === 'totp' ? (['totp'] as const) : []),
    ...own,
    ...others,
    ...(recoveryCodes > 0 ? (['recovery'] as const) : []),
  ]
}

/** The methods of a step-up: the second factor where there is one, else the password, else a mail. */
export function proofMethodsOf(user: User, recoveryCodes: number): ProofMethod[] {
  if (user.twoFactor !== 'off') return factorMethodsOf(user, recoveryCodes)
  if (user.passwordHash !== null) return ['password']
  if (user.email !== null) return ['email']
  return user.phoneVerifiedAt !== null ? ['sms'] : []
}

/** Where the first half came by text, a mail is as good as a text would have been after a password. */
function isAtLeast(channel: Channel, chosen: string, without?: Channel): boolean {
  if (chosen === 'totp') return false
  return chosen === 'email' || channel === 'sms' || without === 'sms'
}
