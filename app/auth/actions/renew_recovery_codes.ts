import { recordAudit } from '#audit/record'
import { SecondFactorOff } from '#auth/errors'
import { replaceRecoveryCodes } from '#auth/services/recovery_codes'
import { tellOwner } from '#auth/services/security_mails'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import User from '#users/models/user'

/** Makes ten new recovery codes; the old ones are void. */
export default class RenewRecoveryCodes {
  /** @throws SecondFactorOff (409) when there is no second factor that they could stand in for */
  async execute({ actor }: { actor: Actor }): Promise<string[]> {
    return write(async (trx) => {
      const user = await User.query({ client: trx }).where('id', actor.id).firstOrFail()
      if (user.twoFactor === 'off') throw new SecondFactorOff()
      const codes = await replaceRecoveryCodes(trx, user.id)
      const what = 'new recovery codes were made; the old ones are void'
      await tellOwner(trx, user, 'second_factor_changed', { what })
      await recordAudit(trx, {
        actor,
        action: 'recovery_codes.renewed',
        subject: { type: 'user', id: user.id },
      })
      return codes
    })
  }
}
