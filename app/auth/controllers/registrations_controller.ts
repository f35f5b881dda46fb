import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import FinishRegistration from '#auth/actions/finish_registration'
import StartRegistration from '#auth/actions/start_registration'
import { InvalidCode } from '#auth/errors'
import { checkCode } from '#auth/services/challenges'
import { openLogIn } from '#auth/services/log_ins'
import { answerTokens, termsOf } from '#auth/services/tokens_answer'
import { registerValidator, verifyEmailValidator } from '#auth/validators/auth'
import { write } from '#core/database/write'
import { countryOfIp } from '#core/geo/country_of_ip'
import { toIso } from '#core/support/clock'

/** Signing up: a code goes out, and the account exists when it comes back. */
@inject()
export default class RegistrationsController {
  constructor(
    private startRegistration: StartRegistration,
    private finishRegistration: FinishRegistration
  ) {}

  /** Create a client or partner account: sends a verification code; the answer never tells whether the address is known. */
  async store({ request, response, serialize }: HttpContext) {
    const input = await request.validateUsing(registerValidator)
    const country = await countryOfIp(request.ip())
    const { channel, expiresAt } = await this.startRegistration.execute({ ...input, country })
    response.status(202)
    return serialize({ verification: { channel, expiresAt: toIso(expiresAt) } })
  }

  /** Confirm the address with the code; opens the first session. */
  async update(ctx: HttpContext) {
    const {
      email,
      phone,
      code,
      transport = 'bearer',
    } = await ctx.request.validateUsing(verifyEmailValidator)
    const terms = termsOf(ctx, transport)
    const challenge = await checkCode({ purpose: 'register', subject: (email ?? phone)! }, code)
    if (!challenge) throw new InvalidCode()
    const user = await this.finishRegistration.execute(challenge)
    const { tokens } = await write((trx) => openLogIn(trx, user, terms))
    return answerTokens(ctx, user, tokens, transport)
  }
}
