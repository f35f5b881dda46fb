/*
 * What follows when somebody has shown the first half of who they are (a password, a texted code, a
 * provider's word): a session, or the challenge for the second half.
 */
import { recordAudit } from '#audit/record'
import { CodesExhausted, InvalidCredentials } from '#auth/errors'
import { openChallenge } from '#auth/services/challenges'
import { factorMethodsOf, type Channel, type FactorMethod } from '#auth/services/factor_methods'
import { sendFactorCode } from '#auth/services/factor_codes'
import { bucketOf } from '#auth/services/factor_tries'
import { knownDevice, noteDevice, type KnownDevice } from '#auth/services/known_devices'
import { recoveryCodesLeft } from '#auth/services/recovery_codes'
import { openSession, type IssuedTokens, type Origin } from '#auth/services/sessions'
import type { Transaction } from '#core/database/write'
import type User from '#users/models/user'

/** Tokens, and one more for a device that has none yet. */
export type LogInTokens = IssuedTokens & { deviceToken: string | null }

export type LogInResult =
  | { kind: 'session'; user: User; tokens: LogInTokens }
  | { kind: 'second factor'; challenge: string; methods: FactorMethod[] }

export interface LogInTerms {
  transport: 'bearer' | 'cookie'
  origin: Origin
}

/**
 * Goes on after the first half.
 *
 * @param cameBy the channel of the first half, which cannot be the second one as well
 * @throws InvalidCredentials when the account has a second factor and nothing to show it by
 */
export async function beginLogIn(
  trx: Transaction,
  user: User,
  terms: LogInTerms,
  cameBy?: Channel
): Promise<LogInResult> {
  if (user.twoFactor === 'off') return openLogIn(trx, user, terms)
  const device = await knownDevice(trx, user.id, terms.origin.deviceToken)
  if (device?.isRemembered) return openLogIn(trx, user, terms)
  return challengeFor(trx, user, terms, device, cameBy)
}

/** Opens the session of somebody who has shown all there is to show. */
export async function openLogIn(
  trx: Transaction,
  user: User,
  { transport, origin }: LogInTerms,
  rememberDevice = false
): Promise<LogInResult & { kind: 'session' }> {
  const device = await noteDevice(trx, user, origin, rememberDevice)
  const tokens = await openSession(trx, user.id, transport, origin, device.id)
  await recordAudit(trx, {
    actor: null,
    action: 'session.opened',
    subject: { type: 'user', id: user.id },
    after: { sessionId: tokens.sessionId, ip: origin.ip },
  })
  return { kind: 'session', user, tokens: { ...tokens, deviceToken: device.token } }
}

async function challengeFor(
  trx: Transaction,
  user: User,
  { transport }: LogInTerms,
  device: KnownDevice | null,
  cameBy: Channel | undefined
): Promise<LogInResult> {
  const methods = factorMethodsOf(user, await recoveryCodesLeft(trx, user.id), cameBy)
  if (methods.length === 0) throw new InvalidCredentials()
  const subject = device ? bucketOf.device(user.id, device.tokenHash) : bucketOf.stranger(user.id)
  const challenge = await openChallenge(trx, {
    purpose: 'second_factor',
    subject,
    userId: user.id,
    data: { transport, methods },
  })
  const [own] = methods
  if (own === 'email' || own === 'sms') await sendIfAllowed(trx, user, challenge, own)
  return { kind: 'second factor', challenge: challenge.id, methods }
}

/** Without a code (too many were sent) there may still be another method. */
async function sendIfAllowed(
  trx: Transaction,
  user: User,
  challenge: Parameters<typeof sendFactorCode>[2],
  channel: Channel
) {
  try {
    await sendFactorCode(trx, user, challenge, channel, challenge.subject)
  } catch (error) {
    if (!(error instanceof CodesExhausted)) throw error
  }
}
