import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import LogInOutside, { type OutsideLogInInput } from '#auth/actions/log_in_outside'
import RedeemExchange from '#auth/actions/redeem_exchange'
import RedeemIdToken from '#auth/actions/redeem_id_token'
import type { LogInTerms } from '#auth/services/log_ins'
import type { OutsideIdentity } from '#auth/services/outside/identity'
import { answerOutside } from '#auth/services/outside/outside_answer'
import { termsOf } from '#auth/services/tokens_answer'
import { exchangeValidator, idTokenValidator } from '#auth/validators/outside'
import { countryOfIp } from '#core/geo/country_of_ip'

interface Asked {
  role?: 'client' | 'partner'
  businessName?: string
}

/** Log-ins that a provider proves. */
@inject()
export default class OutsideLogInsController {
  constructor(
    private logInOutside: LogInOutside,
    private redeemIdToken: RedeemIdToken,
    private redeemExchange: RedeemExchange
  ) {}

  /** Log in with an ID token that an app got from the provider. */
  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(idTokenValidator)
    const proof = { provider: ctx.params.provider, idToken: input.idToken, nonce: input.nonce }
    const terms = termsOf(ctx, input.transport)
    const newcomer = await newcomerOf(ctx, input)
    return this.#enter(ctx, terms, await this.redeemIdToken.execute(proof), newcomer)
  }

  /** Log in with the code that the browser came back with. */
  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(exchangeValidator)
    const terms = termsOf(ctx, input.transport)
    const { identity, isLoopback } = await this.redeemExchange.execute(input)
    const newcomer = isLoopback ? null : await newcomerOf(ctx, input)
    return this.#enter(ctx, terms, identity, newcomer)
  }

  async #enter(
    ctx: HttpContext,
    terms: LogInTerms,
    identity: OutsideIdentity,
    newcomer: OutsideLogInInput['newcomer']
  ) {
    const result = await this.logInOutside.execute({ identity, newcomer, ...terms })
    return answerOutside(ctx, result, terms.transport)
  }
}

async function newcomerOf({ request }: HttpContext, { role = 'client', businessName }: Asked) {
  return { role, businessName, country: await countryOfIp(request.ip()) }
}
