/*
 * Ten codes to keep in a drawer for the day the telephone is lost. Each has 50 random bits and is
 * good once; the table keeps keyed hashes.
 */
import { randomInt } from 'node:crypto'
import { hashesOf } from '#auth/services/challenges'
import { changedOne } from '#core/database/conditional'
import { insertRows } from '#core/database/statements'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

const HOW_MANY = 10
/** 32 letters and digits that nobody takes for another */
const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz'

/** Replaces an account's codes. @returns the new ones, to be shown once */
export async function replaceRecoveryCodes(trx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode)
  await trx.from('recovery_codes').where({ user_id: userId }).delete()
  await insertRows(
    trx,
    'recovery_codes',
    codes.map((code) => ({
      user_id: userId,
      code_hash: recoveryHashes(userId, code)[0],
      used_at: null,
      created_at: clock.now(),
    }))
  )
  return codes
}

/** Uses a code up. @returns false when it is not one of theirs, or was used */
export async function useRecoveryCode(trx: Transaction, userId: string, codeHashes: string[]) {
  const unused = trx
    .from('recovery_codes')
    .where({ user_id: userId })
    .whereIn('code_hash', codeHashes)
    .whereNull('used_at')
  return changedOne(unused, { used_at: clock.now() })
}

/** The hashes of the codes that an account has left. */
export async function unusedRecoveryHashes(trx: Transaction, userId: string): Promise<string[]> {
  const rows = await trx
    .from('recovery_codes')
    .where({ user_id: userId })
    .whereNull('used_at')
    .select('code_hash')
  return rows.map((row) => row.code_hash)
}

/** How many codes an account has left. */
export async function recoveryCodesLeft(
  db: Pick<Transaction, 'from'>,
  userId: string
): Promise<number> {
  const [{ n }] = await db
    .from('recovery_codes')
    .where({ user_id: userId })
    .whereNull('used_at')
    .count('* as n')
  return Number(n)
}

/** Hashes of a code as people type it (case, blanks and dashes do not matter), by each of our keys. */
export function recoveryHashes(userId: string, code: string): string[] {
  return hashesOf(`recovery:${userId}`, code.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

function newCode(): string {
  const letters = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}
