import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RenewRecoveryCodes from '#auth/actions/renew_recovery_codes'

/** Codes for the day the telephone is lost. */
@inject()
export default class RecoveryCodesController {
  constructor(private renewRecoveryCodes: RenewRecoveryCodes) {}

  /** Make ten new recovery codes, answered once; the old ones are void. */
  async store({ actor, response, serialize }: HttpContext) {
    const recoveryCodes = await this.renewRecoveryCodes.execute({ actor: actor! })
    response.status(201)
    return serialize({ recoveryCodes })
  }
}
