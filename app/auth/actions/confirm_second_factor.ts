import db from '@adonisjs/lucid/services/db'
import { InvalidCode, SecondFactorOff } from '#auth/errors'
import { checkCode, CODE_LIFE, consume } from '#auth/services/challenges'
import { turnOn } from '#auth/services/factor_switch'
import { assertCounted, bucketOf, countFactorTry, forgiveTry } from '#auth/services/factor_tries'
import { forgetSessions } from '#auth/services/session_states'
import { stepOfCode } from '#auth/services/totp'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import User from '#users/models/user'

/**
 * Turns a second factor on, once a code of it has been seen: a set-up waits as long as any code does.
 * Every other session ends, because it was opened without.
 */
export default class ConfirmSecondFactor {
  /**
   * @returns ten recovery codes, which nobody can read again
   * @throws SecondFactorOff (409) when no set-up waits for a code
   * @throws InvalidCode when the code is not right
   * @throws SecondFactorLocked (429) when the account's sessions have tried too often
   */
  async execute({ actor, code }: { actor: Actor; code: string }): Promise<string[]> {
    const user = await User.findOrFail(actor.id)
    const pending = await this.#pending(user.id)
    const bucket = bucketOf.session(user.id)
    assertCounted(await write((trx) => countFactorTry(trx, bucket, user.id)))
    const { recoveryCodes, ended } =
      pending.seed === undefined
        ? await this.#byCode(actor, user, code, bucket)
        : await this.#byApp(actor, user, pending.seed, code, bucket)
    forgetSessions(ended)
    return recoveryCodes
  }

  async #pending(userId: string): Promise<{ seed?: string }> {
    const app = await db
      .from('totp_factors')
      .where({ user_id: userId })
      .whereNull('confirmed_at')
      .where('created_at', '>', clock.now() - CODE_LIFE)
      .first()
    if (app) return { seed: app.secret }
    const sent = await db
      .from('challenges')
      .where({ purpose: 'enable_factor', subject: userId })
      .whereNull('used_at')
      .whereNull('voided_at')
      .first()
    if (!sent) throw new SecondFactorOff()
    return {}
  }

  async #byApp(actor: Actor, user: User, seed: string, code: string, bucket: string) {
    const step = stepOfCode(seed, code)
    if (step === null) throw new InvalidCode()
    return write(async (trx) => {
      const waiting = trx
        .from('totp_factors')
        .where({ user_id: user.id, secret: seed })
        .whereNull('confirmed_at')
      if (!(await changedOne(waiting, { confirmed_at: clock.now(), last_step: step })))
        throw new InvalidCode()
      return this.#turnOn(trx, actor, user, 'totp', bucket)
    })
  }

  async #byCode(actor: Actor, user: User, code: string, bucket: string) {
    const challenge = await checkCode({ purpose: 'enable_factor', subject: user.id }, code)
    if (!challenge) throw new InvalidCode()
    return write(async (trx) => {
      if (!(await consume(trx, challenge.id))) throw new InvalidCode()
      return this.#turnOn(trx, actor, user, challenge.data.method, bucket)
    })
  }

  async #turnOn(
    trx: Transaction,
    actor: Actor,
    user: User,
    method: 'totp' | 'email' | 'sms',
    bucket: string
  ) {
    await forgiveTry(trx, bucket)
    return turnOn(trx, actor, user, method)
  }
}
