import { MethodNotOffered, SecondFactorOn } from '#auth/errors'
import { CODE_LIFE, issueCode, voidChallenges } from '#auth/services/challenges'
import { mayCode } from '#auth/services/code_budget'
import { CodesExhausted } from '#auth/errors'
import type { Channel } from '#auth/services/factor_methods'
import { queueCode } from '#auth/services/factor_codes'
import { bucketOf } from '#auth/services/factor_tries'
import { assertFreshProof } from '#auth/services/fresh_proofs'
import { assertOwnPassword } from '#auth/services/own_password'
import { newSealedSeed, setUpOf } from '#auth/services/totp'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import User from '#users/models/user'

export type FactorSetUp =
  | { method: 'totp'; secret: string; otpauthUri: string; expiresAt: number }
  | { method: Channel; expiresAt: number }

/** Begins to set up a second factor; it is none before `ConfirmSecondFactor` has seen a code of it. */
export default class StartSecondFactor {
  /**
   * @param input.password needed unless the session's proof is fresh; never enough where another
   *   second factor is on
   * @throws SecondFactorOn (409) when an app is the second factor already
   * @throws StepUpRequired (403) without a password and without a fresh proof
   * @throws MethodNotOffered when the account has no confirmed address or number for it
   */
  async execute(input: {
    actor: Actor
    method: 'totp' | Channel
    password?: string
  }): Promise<FactorSetUp> {
    const { actor, method, password } = input
    const user = await User.findOrFail(actor.id)
    if (user.twoFactor === 'totp' || user.twoFactor === method) throw new SecondFactorOn()
    if (password !== undefined && user.twoFactor === 'off') await assertOwnPassword(user, password)
    else await assertFreshProof(actor)
    return write((trx) =>
      method === 'totp' ? this.#app(trx, user) : this.#codes(trx, user, method)
    )
  }

  async #app(trx: Transaction, user: User): Promise<FactorSetUp> {
    const secret = newSealedSeed()
    const now = clock.now()
    await voidChallenges(trx, 'enable_factor', user.id)
    await trx.from('totp_factors').where({ user_id: user.id }).whereNull('confirmed_at').delete()
    await trx
      .insertQuery()
      .table('totp_factors')
      .insert({ user_id: user.id, secret, confirmed_at: null, last_step: 0, created_at: now })
    const setUp = setUpOf(secret, user.email ?? user.phone ?? user.name)
    return { method: 'totp', ...setUp, expiresAt: now + CODE_LIFE }
  }

  async #codes(trx: Transaction, user: User, method: Channel): Promise<FactorSetUp> {
    const isReachable =
      method === 'email' ? user.emailVerifiedAt !== null : user.phoneVerifiedAt !== null
    if (!isReachable) throw new MethodNotOffered()
    const asker = { userId: user.id, bucket: bucketOf.session(user.id), isStranger: false }
    if (!(await mayCode(trx, asker, method))) throw new CodesExhausted()
    await trx.from('totp_factors').where({ user_id: user.id }).whereNull('confirmed_at').delete()
    const { secret, expiresAt } = await issueCode(trx, {
      purpose: 'enable_factor',
      subject: user.id,
      userId: user.id,
      channel: method,
      data: { method },
    })
    await queueCode(trx, user, method, secret, expiresAt)
    return { method, expiresAt }
  }
}
