/*
 * One-time codes and links. A code has six digits, lives ten minutes, and dies after five tries: the
 * try is counted before anything is compared, by a statement that only five can win. Links carry
 * 256 random bits. The table keeps hashes. Rules: docs/adr/0007-sessions-and-codes.md.
 */
import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { fewAtOnce } from '#auth/services/few_at_once'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { countUse, type Cap } from '#core/limits/usage_cap'
import { appKeys } from '#core/support/app_keys'
import { clock, HOUR, MINUTE } from '#core/support/clock'
import { newId } from '#core/support/ids'

export type ChallengePurpose =
  | 'register'
  | 'phone_login'
  | 'password_reset'
  /** the second half of a log-in */
  | 'second_factor'
  /** once more in a session that has proved itself long ago */
  | 'step_up'
  /** that mailed or texted codes do arrive, before they become the second factor */
  | 'enable_factor'
  /** that a number is the account's */
  | 'confirm_phone'
  /** a link that lifts the cap on wrong second factors */
  | 'unlock_factor'
  /** at a provider, between leaving and coming back; what the app fetches; a link to be proven */
  | 'outside_flow'
  | 'outside_exchange'
  | 'identity_link'

export const CODE_LIFE = 10 * MINUTE
export const RESET_LIFE = HOUR
/** at the code of one challenge */
export const MAX_TRIES = 5

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
  /** how the code is sent, where there is a choice */
  channel?: 'email' | 'sms'
  /** ms */
  life?: number
}

type Which = Pick<NewChallenge, 'purpose' | 'subject'>

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
  return issue(trx, challenge, newCode())
}

/** Makes a link's token (256 bits); older ones are void from now on. */
export async function issueToken(
  trx: Transaction,
  challenge: NewChallenge
): Promise<IssuedChallenge> {
  return issue(trx, challenge, randomBytes(32).toString('base64url'))
}

/** Six digits. */
export function newCode(): string {
  return randomInt(1_000_000).toString().padStart(6, '0')
}

/**
 * A challenge without a code of its own: it waits for one that nobody sends (an app's), or for one
 * that is put behind it later. Others stay open.
 */
export async function openChallenge(trx: Transaction, challenge: NewChallenge) {
  const row = await insert(trx, challenge, randomBytes(32).toString('base64url'))
  const { purpose, subject } = challenge
  return { id: row.id, purpose, subject, expires_at: row.expiresAt }
}

async function issue(
  trx: Transaction,
  challenge: NewChallenge,
  secret: string
): Promise<IssuedChallenge> {
  await voidChallenges(trx, challenge.purpose, challenge.subject)
  return insert(trx, challenge, secret)
}

async function insert(
  trx: Transaction,
  { purpose, subject, userId, data, channel, life = CODE_LIFE }: NewChallenge,
  secret: string
): Promise<IssuedChallenge> {
  const now = clock.now()
  const id = newId('challenge')
  await trx
    .insertQuery()
    .table('challenges')
    .insert({
      id,
      purpose,
      subject,
      user_id: userId ?? null,
      secret_hash: secret.length > 6 ? hashOf('', secret) : hashOf(id, secret),
      channel: channel ?? null,
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
export async function checkCode(which: Which, code: string): Promise<Challenge | null> {
  const { purpose, subject } = which
  return fewAtOnce(`${purpose}:${subject}`, MAX_TRIES, () => checkNewest(which, code))
}

async function checkNewest(which: Which, code: string): Promise<Challenge | null> {
  const row = await write(async (trx) => {
    const newest = await trx
      .from('challenges')
      .where(which)
      .whereNull('voided_at')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .first()
    return newest && (await countTry(trx, newest.id)) ? newest : null
  })
  const isRight = isCodeOf(row ?? { id: 'none', secret_hash: hashOf('none', 'none') }, code)
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

/**
 * Finds an open link by its token without using it up, for what also needs another proof (a password):
 * that can be tried five times.
 */
export async function tryToken(
  purpose: ChallengePurpose,
  token: string
): Promise<Challenge | null> {
  return write(async (trx) => {
    const row = await trx
      .from('challenges')
      .where({ purpose })
      .whereIn('secret_hash', hashesOf('', token))
      .first()
    return row && (await countTry(trx, row.id)) ? challengeOf(row) : null
  })
}

/** Counts one try at a challenge. @returns false when it is dead: used, void, expired, or tried out */
export async function countTry(trx: Transaction, id: string): Promise<boolean> {
  const open = trx
    .from('challenges')
    .where({ id })
    .whereNull('voided_at')
    .whereNull('used_at')
    .where('expires_at', '>', clock.now())
    .where('tries', '<', MAX_TRIES)
  return changedOne(open, { tries: trx.raw('tries + 1') })
}

/** Whether a code is the one behind a challenge's hash. */
export function isCodeOf(row: { id: string; secret_hash: string }, code: string): boolean {
  return hashesOf(row.id, code).some((hash) => sameHash(row.secret_hash, hash))
}

export function challengeOf(row: any): Challenge {
  return {
    id: row.id,
    subject: row.subject,
    userId: row.user_id,
    data: row.data ? encryption.decrypt(row.data) : null,
  }
}

/** Keyed, so that a stolen table cannot be searched through for six digits. */
export function hashOf(salt: string, secret: string): string {
  return hashesOf(salt, secret)[0]
}

/** By each of our keys, the one in use first: a code outlives a change of the key. */
export function hashesOf(salt: string, secret: string): string[] {
  return appKeys().map((key) =>
    createHmac('sha256', `codes:${key}`).update(`${salt}\n${secret}`).digest('hex')
  )
}

function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'))
}
