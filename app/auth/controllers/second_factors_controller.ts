import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import LogInWithCode from '#auth/actions/log_in_with_code'
import { InvalidCode } from '#auth/errors'
import { checkCode } from '#auth/services/challenges'
import { answerTokens, originOf } from '#auth/services/tokens_answer'
import { secondFactorValidator } from '#auth/validators/auth'

/** The second half of a log-in. */
@inject()
export default class SecondFactorsController {
  constructor(private logInWithCode: LogInWithCode) {}

  /** Finish a log-in that needs a second factor. */
  async store(ctx: HttpContext) {
    const { challenge: id, code } = await ctx.request.validateUsing(secondFactorValidator)
    const challenge = await checkCode({ purpose: 'second_factor', id }, code)
    if (!challenge) throw new InvalidCode()
    const transport = challenge.data.transport as 'bearer' | 'cookie'
    const origin = originOf(ctx)
    const { user, tokens } = await this.logInWithCode.execute({ challenge, transport, origin })
    return answerTokens(ctx, user, tokens, transport)
  }
}
