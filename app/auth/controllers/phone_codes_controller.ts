import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import FinishRegistration from '#auth/actions/finish_registration'
import LogInWithCode from '#auth/actions/log_in_with_code'
import SendPhoneCode from '#auth/actions/send_phone_code'
import { InvalidCode } from '#auth/errors'
import { checkCode } from '#auth/services/challenges'
import { deviceTokenOf } from '#auth/services/cookies'
import { openLogIn } from '#auth/services/log_ins'
import { answerLogIn, termsOf } from '#auth/services/tokens_answer'
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
  async store(ctx: HttpContext) {
    const { request, response, serialize } = ctx
    const { phone } = await request.validateUsing(phoneCodeValidator)
    const expiresAt = await this.sendPhoneCode.execute({ phone, deviceToken: deviceTokenOf(ctx) })
    response.status(202)
    return serialize({ verification: { channel: 'sms' as const, expiresAt: toIso(expiresAt) } })
  }

  /** Verify the phone code: finishes a registration by phone, or logs in. An account with a second factor gets a challenge. */
  async update(ctx: HttpContext) {
    const {
      phone,
      code,
      transport = 'bearer',
    } = await ctx.request.validateUsing(verifyPhoneCodeValidator)
    const terms = termsOf(ctx, transport)
    const login = await checkCode({ purpose: 'phone_login', subject: phone }, code)
    if (login) {
      const input = { challenge: login, ...terms }
      return answerLogIn(ctx, await this.logInWithCode.execute(input), transport)
    }
    const registration = await checkCode({ purpose: 'register', subject: phone }, code)
    if (!registration) throw new InvalidCode()
    const user = await this.finishRegistration.execute(registration)
    const result = await write((trx) => openLogIn(trx, user, terms))
    return answerLogIn(ctx, result, transport)
  }
}
