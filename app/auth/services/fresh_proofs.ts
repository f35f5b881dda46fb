/*
 * Money that leaves, and changes to who may do what, want a session that has shown whose it is in
 * the last five minutes: by the log-in itself, or again by POST /auth/step-up. A stolen token is not
 * enough for them.
 */
import db from '@adonisjs/lucid/services/db'
import { StepUpRequired } from '#auth/errors'
import { proofMethodsOf, type ProofMethod } from '#auth/services/factor_methods'
import { recoveryCodesLeft } from '#auth/services/recovery_codes'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock, MINUTE } from '#core/support/clock'
import User from '#users/models/user'

export const PROOF_LIFE = 5 * MINUTE

/**
 * For what only some requests to a route do; whole routes say `.requireStepUp()`.
 *
 * @throws StepUpRequired (403) with the methods that this account can prove itself by
 */
export async function assertFreshProof(actor: Actor) {
  const session = await db.from('sessions').where({ id: actor.sessionId }).first()
  if (session && Number(session.proved_at) > clock.now() - PROOF_LIFE) return
  throw new StepUpRequired(await proofMethods(await User.findOrFail(actor.id)))
}

/** By what this account can prove itself now. */
export async function proofMethods(user: User): Promise<ProofMethod[]> {
  return proofMethodsOf(user, await recoveryCodesLeft(db, user.id))
}

/** @returns until when the session's proof is fresh, epoch ms; null when the session has ended */
export async function markProved(trx: Transaction, actor: Actor): Promise<number | null> {
  const now = clock.now()
  const live = trx
    .from('sessions')
    .where({ id: actor.sessionId, user_id: actor.id })
    .whereNull('revoked_at')
  return (await changedOne(live, { proved_at: now })) ? now + PROOF_LIFE : null
}
