import db from '@adonisjs/lucid/services/db'
import { factorMethodsOf } from '#auth/services/factor_methods'
import { proofMethods } from '#auth/services/fresh_proofs'
import { recoveryCodesLeft } from '#auth/services/recovery_codes'
import { clock } from '#core/support/clock'
import { wantsSecondFactor } from '#users/permissions'
import User from '#users/models/user'

export interface SecondFactor {
  method: string
  /** what a log-in would offer */
  methods: string[]
  /** what a step-up would take */
  proofMethods: string[]
  recoveryCodesLeft: number
  rememberedDevices: number
  /** the role moves money or gives roles, and there is none */
  isAdvised: boolean
}

/** How an account is protected, as its owner sees it. */
export default class GetSecondFactor {
  async execute(userId: string): Promise<SecondFactor> {
    const user = await User.findOrFail(userId)
    const left = await recoveryCodesLeft(db, userId)
    const [{ n }] = await db
      .from('known_devices')
      .where({ user_id: userId })
      .where('remembered_until', '>', clock.now())
      .count('* as n')
    return {
      method: user.twoFactor,
      methods: user.twoFactor === 'off' ? [] : factorMethodsOf(user, left),
      proofMethods: await proofMethods(user),
      recoveryCodesLeft: left,
      rememberedDevices: Number(n),
      isAdvised: user.twoFactor === 'off' && wantsSecondFactor(user.role),
    }
  }
}
