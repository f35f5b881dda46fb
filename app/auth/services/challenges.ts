/*
 * One-time codes and links. A code has six digits, lives ten minutes, and dies after five tries: the
 * try is counted before anything is compared, by a statement that only five can win. Links carry
 * 256 random bits. The table keeps hashes. Rules: docs/adr/0007-sessions-and-codes.md.
 */
import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { countUse, type Cap } from '#core/limits/usage_cap'
import { appKeys } from '#core/support/app_keys'
import { clock, HOUR, MINUTE } from '#core/support/clock'
import { newId } from '#core/support/ids'

export type ChallengePurpose = 'register' | 'phone_login' | 'second_factor' | 'password_reset'

export const CODE_LIFE = 10 * MINUTE
export const RESET_LIFE = HOUR
const MAX_TRIES = 5

const SENDS: Cap[] = [
  { kind: 'codes', max: 5, per: 'hour' },
  { kind: 'codes', max: 10, per: 'day' },
]

export interface NewChallenge {
  purpose: ChallengePurpose
  /** whom it is bound to: an address, a number, or a user's id */
  subject: string
  userId?: string
  /** what the bearer of the right code gets to do; stored encrypted */
  data?: object
  /** ms */
  life?: number
}

export interface Challenge {
  id: string
  subject: string
  userId: string | null
  data: any
}

export interface IssuedChallenge {
  id: string
  /** the code or token itself: goes into a message, never into an answer or a log */
  secret: string
  expiresAt: number
}

/**
 * Whether one more message may go to this subject: 5 an hour, 10 a day.
 * Counts it when it may.
 */
export async function maySend(trx: Transaction, subject: string): Promise<boolean> {
  for (const cap of SENDS) if (!(await countUse(trx, cap, subject))) return false
  return true
}

/** Makes a six-digit code; older ones of the same purpose and subject are void from now on. */
export async function issueCode(
  trx: Transaction,
  challenge: NewChallenge
): Promise<IssuedChallenge> {
  return issue(trx, challenge, randomInt(1_000_000).toString().padStart(6, '0'))
}

/** Makes a link's token (256 bits); older ones are void from now on. */
export async function issueToken(
  trx: Transaction,
  challenge: NewChallenge
): Promise<IssuedChallenge> {
  return issue(trx, challenge, randomBytes(32).toString('base64url'))
}

async function issue(
  trx: Transaction,
  { purpose, subject, userId, data, life = CODE_LIFE }: NewChallenge,
  secret: string
): Promise<IssuedChallenge> {
  const now = clock.now()
  const id = newId('challenge')
  await voidChallenges(trx, purpose, subject)
  await trx
    .insertQuery()
    .table('challenges')
    .insert({
      id,
      purpose,
      subject,
      user_id: userId ?? null,
      secret_hash: secret.length > 6 ? hashOf('', secret) : hashOf(id, secret),
      data: data ? encryption.encrypt(data) : null,
      tries: 0,
      expires_at: now + life,
      created_at: now,
    })
  return { id, secret, expiresAt: now + life }
}

/** Makes every open challenge of this purpose and subject useless. */
export async function voidChallenges(trx: Transaction, purpose: ChallengePurpose, subject: string) {
  await trx
    .from('challenges')
    .where({ purpose, subject })
    .whereNull('voided_at')
    .whereNull('used_at')
    .update({ voided_at: clock.now() })
}

/**
 * Compares a code with the newest open challenge. The try counts even when the surrounding request
 * fails later: it commits on its own, before the comparison.
 *
 * @returns the challenge, still to be consumed by `consume`, or null
 */
export async function checkCode(
  which: { purpose: ChallengePurpose; subject: string } | { purpose: ChallengePurpose; id: string },
  code: string
): Promise<Challenge | null> {
  const now = clock.now()
  const row = await write(async (trx) => {
    const newest = await trx
      .from('challenges')
      .where(which)
      .whereNull('voided_at')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .first()
    if (!newest) return null
    const open = trx
      .from('challenges')
      .where({ id: newest.id })
      .whereNull('used_at')
      .where('expires_at', '>', now)
      .where('tries', '<', MAX_TRIES)
    return (await changedOne(open, { tries: trx.raw('tries + 1') })) ? newest : null
  })
  const expected = row ? row.secret_hash : hashOf('none', 'none')
  const isRight = hashesOf(row?.id ?? 'none', code).some((hash) => sameHash(expected, hash))
  return row && isRight ? challengeOf(row) : null
}

/**
 * Uses a challenge up; only one caller can.
 * @returns false when another was faster
 */
export async function consume(trx: Transaction, id: string): Promise<boolean> {
  const open = trx.from('challenges').where({ id }).whereNull('used_at').whereNull('voided_at')
  return changedOne(open, { used_at: clock.now() })
}

/** Finds an open link by its token and uses it up, in one go. */
export async function redeemToken(
  trx: Transaction,
  purpose: ChallengePurpose,
  token: string
): Promise<Challenge | null> {
  const row = await trx
    .from('challenges')
    .where({ purpose })
    .whereIn('secret_hash', hashesOf('', token))
    .where('expires_at', '>', clock.now())
    .first()
  return row && (await consume(trx, row.id)) ? challengeOf(row) : null
}

function challengeOf(row: any): Challenge {
  return {
    id: row.id,
    subject: row.subject,
    userId: row.user_id,
    data: row.data ? encryption.decrypt(row.data) : null,
  }
}

/** Keyed, so that a stolen table cannot be searched through for six digits. */
function hashOf(salt: string, secret: string): string {
  return hashesOf(salt, secret)[0]
}

/** By each of our keys, the one in use first: a code outlives a change of the key. */
function hashesOf(salt: string, secret: string): string[] {
  return appKeys().map((key) =>
    createHmac('sha256', `codes:${key}`).update(`${salt}\n${secret}`).digest('hex')
  )
}

function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'))
}
