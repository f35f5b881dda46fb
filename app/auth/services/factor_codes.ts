/*
 * Codes that are sent as a second factor, by mail or text. A new one makes those before it void.
 */
import { CodesExhausted } from '#auth/errors'
import { CODE_LIFE, hashOf, MAX_TRIES, newCode } from '#auth/services/challenges'
import { mayCode } from '#auth/services/code_budget'
import type { Channel } from '#auth/services/factor_methods'
import { bucketOf } from '#auth/services/factor_tries'
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock, MINUTE } from '#core/support/clock'
import { queueEmail, queueSms } from '#notifications/services/messages'
import type User from '#users/models/user'

export interface SendableChallenge {
  id: string
  purpose: string
  subject: string
  expires_at: number | string
}

/**
 * Puts a fresh code behind an open challenge and sends it.
 *
 * @param bucket who asks, as `bucketOf` says it
 * @returns false when the challenge is dead
 * @throws CodesExhausted (429) when too many were sent
 */
export async function sendFactorCode(
  trx: Transaction,
  user: User,
  challenge: SendableChallenge,
  channel: Channel,
  bucket: string
): Promise<boolean> {
  const { id, purpose, subject } = challenge
  const isStranger = bucket === bucketOf.stranger(user.id)
  if (!(await mayCode(trx, { userId: user.id, bucket, isStranger }, channel)))
    throw new CodesExhausted()
  const now = clock.now()
  await trx
    .from('challenges')
    .where({ purpose, subject })
    .whereNot('id', id)
    .whereNotNull('channel')
    .whereNull('voided_at')
    .whereNull('used_at')
    .update({ voided_at: now })
  const code = newCode()
  const open = trx
    .from('challenges')
    .where({ id })
    .whereNull('voided_at')
    .whereNull('used_at')
    .where('expires_at', '>', now)
    .where('tries', '<', MAX_TRIES)
  if (!(await changedOne(open, { secret_hash: hashOf(id, code), channel }))) return false
  await queueCode(trx, user, channel, code, Number(challenge.expires_at))
  return true
}

/** Queues the message with a code. */
export async function queueCode(
  trx: Transaction,
  user: User,
  channel: Channel,
  code: string,
  expiresAt: number
) {
  const minutes = Math.max(1, Math.round(Math.min(expiresAt - clock.now(), CODE_LIFE) / MINUTE))
  const message = { userId: user.id, secrets: { code }, expiresAt }
  if (channel === 'sms')
    await queueSms(trx, { ...message, to: user.phone!, template: 'phone_code', data: { minutes } })
  else
    await queueEmail(trx, {
      ...message,
      to: user.email!,
      template: 'login_code',
      data: { name: user.name, minutes },
    })
}
