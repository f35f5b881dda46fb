/*
 * Showing a second factor. A try is counted first; then the code is compared; and what makes it good
 * for one use (a later step, an unused code, an open challenge) is spent by a conditional statement
 * in the transaction of whatever the proof is for, so that of many racers one gets it.
 */
import db from '@adonisjs/lucid/services/db'
import { recordAudit } from '#audit/record'
import { InvalidCode } from '#auth/errors'
import {
  challengeOf,
  consume,
  countTry,
  isCodeOf,
  MAX_TRIES,
  type Challenge,
} from '#auth/services/challenges'
import type { FactorMethod, ProofMethod } from '#auth/services/factor_methods'
import { assertCounted, bucketOf, countFactorTry, forgiveTry } from '#auth/services/factor_tries'
import { fewAtOnce } from '#auth/services/few_at_once'
import { proofMethods } from '#auth/services/fresh_proofs'
import {
  recoveryCodesLeft,
  recoveryHashes,
  unusedRecoveryHashes,
  useRecoveryCode,
} from '#auth/services/recovery_codes'
import { tellOwner } from '#auth/services/security_mails'
import { stepOfCode } from '#auth/services/totp'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import type User from '#users/models/user'

export interface ShownCode {
  code: string
  /** guessed from the code when it is not said */
  method?: FactorMethod
}

/** A code that was right when it was compared; good once `spend` has said so. */
export type FactorProof = { userId: string; bucket: string } & (
  | { method: 'totp'; step: number }
  | { method: 'recovery'; codeHashes: string[] }
  | { method: 'email' | 'sms'; challengeId: string }
)

interface Expected {
  userId: string
  bucket: string
  /** of a confirmed app */
  seed: string | null
  /** hashes of the recovery codes that are left */
  recovery: string[]
  /** the challenge with the code that was sent, if one was */
  sent: { id: string; secret_hash: string; channel: 'email' | 'sms' | null } | null
}

/**
 * Compares a code with the challenge of a log-in, of which it is the second half.
 *
 * @throws InvalidCode when it is wrong, or the challenge is dead
 * @throws SecondFactorLocked (429) when the account was tried too often
 */
export async function checkLogInFactor(
  challengeId: string,
  shown: ShownCode
): Promise<{ challenge: Challenge; proof: FactorProof }> {
  const found = await fewAtOnce(challengeId, MAX_TRIES, () => checkCounted(challengeId, shown))
  if (!found) throw new InvalidCode()
  return found
}

async function checkCounted(
  challengeId: string,
  shown: ShownCode
): Promise<{ challenge: Challenge; proof: FactorProof }> {
  const which = { id: challengeId, purpose: 'second_factor' }
  const seen = await db.from('challenges').where(which).first()
  const { user_id: userId, subject: bucket } = seen ?? {}
  const counted = await write(async (trx) => {
    if (!seen || !(await countTry(trx, challengeId))) return null
    const verdict = await countFactorTry(trx, bucket, userId)
    const sent = await trx.from('challenges').where(which).first()
    return { verdict, expected: { userId, bucket, sent, ...(await factorsOf(trx, userId)) } }
  })
  if (!counted) throw new InvalidCode()
  assertCounted(counted.verdict)
  const challenge = challengeOf(counted.expected.sent)
  const proof = compare(shown, counted.expected, challenge.data.methods)
  if (!proof) return refuse(userId)
  return { challenge, proof }
}

/**
 * Compares a code that the owner of a session shows once more.
 *
 * @throws InvalidCode when it is wrong, or none of the account's methods
 * @throws SecondFactorLocked (429) when the account's sessions have tried too often
 */
export async function checkOwnFactor(
  actor: Actor,
  user: User,
  shown: ShownCode
): Promise<FactorProof> {
  const bucket = bucketOf.session(user.id)
  const proof = await fewAtOnce(bucket, MAX_TRIES, () => checkOwn(actor, user, bucket, shown))
  if (!proof) throw new InvalidCode()
  return proof
}

async function checkOwn(actor: Actor, user: User, bucket: string, shown: ShownCode) {
  const methods = await proofMethods(user)
  const { verdict, expected } = await write(async (trx) => {
    const counted = await countFactorTry(trx, bucket, user.id)
    const newest = await trx
      .from('challenges')
      .where({ purpose: 'step_up', subject: actor.sessionId })
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .first()
    const sent = newest && (await countTry(trx, newest.id)) ? newest : null
    const factors = await factorsOf(trx, user.id)
    return { verdict: counted, expected: { userId: user.id, bucket, sent, ...factors } }
  })
  assertCounted(verdict)
  return compare(shown, expected, methods) ?? refuse(user.id)
}

/** Uses a proof up; only one caller can. @throws InvalidCode for all the others */
export async function spend(trx: Transaction, user: User, proof: FactorProof) {
  if (!(await isSpent(trx, proof))) throw new InvalidCode()
  await forgiveTry(trx, proof.bucket)
  if (proof.method !== 'recovery') return
  const left = await recoveryCodesLeft(trx, user.id)
  await tellOwner(trx, user, 'recovery_code_used', { left })
  await recordAudit(trx, {
    actor: null,
    action: 'recovery_code.used',
    subject: { type: 'user', id: user.id },
    after: { left },
  })
}

async function isSpent(trx: Transaction, proof: FactorProof): Promise<boolean> {
  const { userId } = proof
  if (proof.method === 'recovery') return useRecoveryCode(trx, userId, proof.codeHashes)
  if (proof.method !== 'totp') return consume(trx, proof.challengeId)
  const later = trx
    .from('totp_factors')
    .where({ user_id: userId })
    .whereNotNull('confirmed_at')
    .where('last_step', '<', proof.step)
  return changedOne(later, { last_step: proof.step })
}

function compare(
  { code, method: said }: ShownCode,
  { userId, bucket, seed, recovery, sent }: Expected,
  allowed: ProofMethod[]
): FactorProof | null {
  const method = said ?? guess(code, seed, sent)
  if (!method || !allowed.includes(method)) return null
  if (method === 'recovery') {
    const codeHashes = recoveryHashes(userId, code)
    return codeHashes.some((hash) => recovery.includes(hash))
      ? { userId, bucket, method, codeHashes }
      : null
  }
  if (method === 'totp') {
    const step = seed === null ? null : stepOfCode(seed, code)
    return step === null ? null : { userId, bucket, method, step }
  }
  const isRight = sent?.channel === method && isCodeOf(sent, code)
  return isRight ? { userId, bucket, method, challengeId: sent.id } : null
}

function guess(code: string, seed: string | null, sent: Expected['sent']): FactorMethod | null {
  if (!/^\d{6}$/.test(code)) return 'recovery'
  return seed === null ? (sent?.channel ?? null) : 'totp'
}

async function factorsOf(trx: Transaction, userId: string) {
  const row = await trx
    .from('totp_factors')
    .where({ user_id: userId })
    .whereNotNull('confirmed_at')
    .first()
  const seed: string | null = row?.secret ?? null
  return { seed, recovery: await unusedRecoveryHashes(trx, userId) }
}

async function refuse(userId: string): Promise<never> {
  await write((trx) =>
    recordAudit(trx, {
      actor: null,
      action: 'second_factor.refused',
      subject: { type: 'user', id: userId },
    })
  )
  throw new InvalidCode()
}
