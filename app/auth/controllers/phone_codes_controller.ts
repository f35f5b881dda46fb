import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import FinishRegistration from '#auth/actions/finish_registration'
import LogInWithCode from '#auth/actions/log_in_with_code'
import SendPhoneCode from '#auth/actions/send_phone_code'
import { InvalidCode } from '#auth/errors'
import { checkCode } from '#auth/services/challenges'
import { openSession } from '#auth/services/sessions'
import { answerTokens, originOf } from '#auth/services/tokens_answer'
import { phoneCodeValidator, verifyPhoneCodeValidator } from '#auth/validators/auth'
import { write } from '#core/database/write'
import { toIso } from '#core/support/clock'

/** One-time codes by text message: to log in, and to confirm the number of a registration. */
@inject()
export default class PhoneCodesController {
  constructor(
    private sendPhoneCode: SendPhoneCode,
    private logInWithCode: LogInWithCode,
    private finishRegistration: FinishRegistration
  ) {}

  /** Send a one-time code to a phone; the answer never tells whether the number is known. */
  async store({ request, response, serialize }: HttpContext) {
    const { phone } = await request.validateUsing(phoneCodeValidator)
    const expiresAt = await this.sendPhoneCode.execute({ phone })
    response.status(202)
    return serialize({ verification: { channel: 'sms' as const, expiresAt: toIso(expiresAt) } })
  }

  /** Verify the phone code: finishes a registration by phone, or logs in. */
  async update(ctx: HttpContext) {
    const { phone, code, transport } = await ctx.request.validateUsing(verifyPhoneCodeValidator)
    const origin = originOf(ctx)
    const login = await checkCode({ purpose: 'phone_login', subject: phone }, code)
    if (login) {
      const session = { challenge: login, transport: transport ?? 'bearer', origin }
      const { user, tokens } = await this.logInWithCode.execute(session)
      return answerTokens(ctx, user, tokens, transport)
    }
    const registration = await checkCode({ purpose: 'register', subject: phone }, code)
    if (!registration) throw new InvalidCode()
    const user = await this.finishRegistration.execute(registration)
    const tokens = await write((trx) => openSession(trx, user.id, transport ?? 'bearer', origin))
    return answerTokens(ctx, user, tokens, transport)
  }
}
