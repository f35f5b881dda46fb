import { InvalidCode } from '#auth/errors'
import { checkCode, CODE_LIFE, consume, MAX_TRIES, type Challenge } from '#auth/services/challenges'
import { assertCounted, bucketOf, countFactorTry, forgiveTry } from '#auth/services/factor_tries'
import { fewAtOnce } from '#auth/services/few_at_once'
import { lockOwner, storeNumber } from '#auth/services/own_number'
import type { Actor } from '#core/actor'
import { isDuplicate } from '#core/database/driver_errors'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { adoptTexts } from '#notifications/services/messages'

/** Gives the caller's account the number that the code was texted to. Only one caller per code can. */
export default class ConfirmOwnPhone {
  /**
   * @returns the number
   * @throws InvalidCode when the code is wrong or was used, or another account has confirmed the number
   * @throws SecondFactorLocked (429) when the account's sessions have tried too often
   */
  async execute({ actor, code }: { actor: Actor; code: string }): Promise<string> {
    const bucket = bucketOf.session(actor.id)
    const challenge = await fewAtOnce(bucket, MAX_TRIES, async () => {
      assertCounted(await write((trx) => countFactorTry(trx, bucket, actor.id)))
      return checkCode({ purpose: 'confirm_phone', subject: actor.id }, code)
    })
    if (!challenge) throw new InvalidCode()
    try {
      return await this.#store(actor, challenge, bucket)
    } catch (error) {
      if (isDuplicate(error)) throw new InvalidCode()
      throw error
    }
  }

  #store(actor: Actor, challenge: Challenge, bucket: string): Promise<string> {
    const { phone } = challenge.data as { phone: string }
    return write(async (trx) => {
      if (!(await consume(trx, challenge.id))) throw new InvalidCode()
      await storeNumber(trx, actor, await lockOwner(trx, actor), phone)
      await adoptTexts(trx, actor.id, phone, clock.now() - CODE_LIFE)
      await forgiveTry(trx, bucket)
      return phone
    })
  }
}
