import { NumberIsSecondFactor, OnlyWayIn } from '#auth/errors'
import { lockOwner, storeNumber } from '#auth/services/own_number'
import { hasWayInWithout } from '#auth/services/ways_in'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'

/** Takes the number away from the caller's account; nothing happens where there is none. */
export default class RemoveOwnPhone {
  /**
   * @throws NumberIsSecondFactor (409) while texts are the second factor
   * @throws OnlyWayIn (409) when nothing else opens the account
   */
  async execute({ actor }: { actor: Actor }): Promise<void> {
    await write(async (trx) => {
      const user = await lockOwner(trx, actor)
      if (user.phone === null) return
      if (user.twoFactor === 'sms') throw new NumberIsSecondFactor()
      if (!(await hasWayInWithout(trx, user, { phone: true }))) throw new OnlyWayIn()
      await storeNumber(trx, actor, user, null)
    })
  }
}
