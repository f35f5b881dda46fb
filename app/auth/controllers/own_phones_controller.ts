import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ConfirmOwnPhone from '#auth/actions/confirm_own_phone'
import RemoveOwnPhone from '#auth/actions/remove_own_phone'
import SendOwnPhoneCode from '#auth/actions/send_own_phone_code'
import { confirmOwnPhoneValidator, ownPhoneValidator } from '#auth/validators/auth'
import { toIso } from '#core/support/clock'

/** The number of one's own account: for log-ins by text, and as second factor. */
@inject()
export default class OwnPhonesController {
  constructor(
    private sendOwnPhoneCode: SendOwnPhoneCode,
    private confirmOwnPhone: ConfirmOwnPhone,
    private removeOwnPhone: RemoveOwnPhone
  ) {}

  /** Set the number: a code is texted to it, and it stays as it was until that comes back. */
  async update({ actor, request, response, serialize }: HttpContext) {
    const { phone } = await request.validateUsing(ownPhoneValidator)
    const expiresAt = await this.sendOwnPhoneCode.execute({ actor: actor!, phone })
    response.status(202)
    return serialize({ verification: { channel: 'sms' as const, expiresAt: toIso(expiresAt) } })
  }

  /** Confirm the number by the code: from now on it opens the account and can be its second factor. */
  async store({ actor, request, serialize }: HttpContext) {
    const { code } = await request.validateUsing(confirmOwnPhoneValidator)
    const phone = await this.confirmOwnPhone.execute({ actor: actor!, code })
    return serialize({ phone, isPhoneVerified: true })
  }

  /** Take the number away, unless it is the only way in or the second factor. */
  async destroy({ actor, response }: HttpContext) {
    await this.removeOwnPhone.execute({ actor: actor! })
    response.status(204)
  }
}
