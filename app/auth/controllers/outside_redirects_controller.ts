import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import FinishOutsideLogIn from '#auth/actions/finish_outside_log_in'
import StartOutsideLogIn from '#auth/actions/start_outside_log_in'
import { callbackValidator, redirectValidator } from '#auth/validators/outside'

/** Only the routes of this log-in see its cookie. */
const PATH = '/api/v1/auth/oidc'

/** A browser's way to a provider and back. */
@inject()
export default class OutsideRedirectsController {
  constructor(
    private startOutsideLogIn: StartOutsideLogIn,
    private finishOutsideLogIn: FinishOutsideLogIn
  ) {}

  /** Send the browser to the provider to log in there. */
  async create({ params, request, response }: HttpContext) {
    const input = await request.validateUsing(redirectValidator)
    const { provider } = params
    const { url, cookie } = await this.startOutsideLogIn.execute({ provider, ...input })
    response.plainCookie(cookie.name, cookie.value, {
      encode: false,
      httpOnly: true,
      sameSite: 'lax',
      path: PATH,
      maxAge: cookie.seconds,
    })
    response.redirect(url)
  }

  /** Take the browser back from the provider; sends it to the front end with a code for one exchange. */
  async show({ params, request, response }: HttpContext) {
    const { state } = await request.validateUsing(callbackValidator)
    const { url, cookie } = await this.finishOutsideLogIn.execute({
      provider: params.provider,
      state,
      search: new URL(request.url(true), 'http://here').search,
      cookie: (name) => request.plainCookie(name, { encoded: false }) ?? undefined,
    })
    response.clearCookie(cookie, { path: PATH })
    response.redirect(url)
  }
}
