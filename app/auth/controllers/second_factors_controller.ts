import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import FinishLogIn from '#auth/actions/finish_log_in'
import SendLogInCode from '#auth/actions/send_log_in_code'
import { answerTokens, isOwnPage, originOf } from '#auth/services/tokens_answer'
import { finishLogInValidator, sendLogInCodeValidator } from '#auth/validators/second_factor'
import { toIso } from '#core/support/clock'

/** The second half of a log-in. */
@inject()
export default class SecondFactorsController {
  constructor(
    private finishLogIn: FinishLogIn,
    private sendLogInCode: SendLogInCode
  ) {}

  /** Finish a log-in that needs a second factor. */
  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(finishLogInValidator)
    const { challenge: challengeId, code, method, rememberDevice } = input
    const origin = originOf(ctx)
    const mayUseCookies = isOwnPage(ctx)
    const shown = { challengeId, code, method, rememberDevice, origin, mayUseCookies }
    const { result, transport } = await this.finishLogIn.execute(shown)
    return answerTokens(ctx, result.user, result.tokens, transport)
  }

  /** Send a code, or a fresh one, by one of the methods that the log-in offered. */
  async send({ request, response, serialize }: HttpContext) {
    const input = await request.validateUsing(sendLogInCodeValidator)
    const { challenge: challengeId, method: channel } = input
    const expiresAt = await this.sendLogInCode.execute({ challengeId, channel })
    response.status(202)
    return serialize({ verification: { channel, expiresAt: toIso(expiresAt) } })
  }
}
