import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ResendCode from '#auth/actions/resend_code'
import { resendCodeValidator } from '#auth/validators/auth'
import { toIso } from '#core/support/clock'

/** Codes that confirm a registration. */
@inject()
export default class RegistrationCodesController {
  constructor(private resendCode: ResendCode) {}

  /** Send a fresh code; the one before is void. */
  async store({ request, response, serialize }: HttpContext) {
    const { email, phone } = await request.validateUsing(resendCodeValidator)
    const expiresAt = await this.resendCode.execute({ email, phone })
    response.status(202)
    const channel = email ? ('email' as const) : ('sms' as const)
    return serialize({ verification: { channel, expiresAt: toIso(expiresAt) } })
  }
}
