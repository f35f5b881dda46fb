import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import LogIn from '#auth/actions/log_in'
import LogOut from '#auth/actions/log_out'
import LogOutElsewhere from '#auth/actions/log_out_elsewhere'
import RefreshSession from '#auth/actions/refresh_session'
import { ForeignPage, InvalidRefreshToken } from '#auth/errors'
import ListSessions from '#auth/queries/list_sessions'
import { REFRESH_COOKIE } from '#auth/services/cookies'
import { answerLogIn, answerTokens, isOwnPage, termsOf } from '#auth/services/tokens_answer'
import SessionTransformer from '#auth/transformers/session_transformer'
import { logInValidator, refreshValidator } from '#auth/validators/auth'

/** Sessions: opened by a log-in, kept alive by refresh tokens, ended by their owner. */
@inject()
export default class SessionsController {
  constructor(
    private logIn: LogIn,
    private refreshSession: RefreshSession,
    private logOut: LogOut,
    private logOutElsewhere: LogOutElsewhere,
    private listSessions: ListSessions
  ) {}

  /** Log in with e-mail or phone and password. */
  async store(ctx: HttpContext) {
    const { transport = 'bearer', ...input } = await ctx.request.validateUsing(logInValidator)
    const result = await this.logIn.execute({ ...input, ...termsOf(ctx, transport) })
    return answerLogIn(ctx, result, transport)
  }

  /** Exchange a refresh token for its successor; a token used again later ends its session. */
  async update(ctx: HttpContext) {
    const { refreshToken } = await ctx.request.validateUsing(refreshValidator)
    const cookie = ctx.request.plainCookie(REFRESH_COOKIE, { encoded: false })
    const given = refreshToken ?? (cookie ? String(cookie) : undefined)
    if (!given) throw new InvalidRefreshToken()
    if (!refreshToken && !isOwnPage(ctx)) throw new ForeignPage()
    const { user, tokens } = await this.refreshSession.execute({ refreshToken: given })
    return answerTokens(ctx, user, tokens, refreshToken ? 'bearer' : 'cookie')
  }

  /** Own live sessions, newest first. */
  async index({ actor, serialize }: HttpContext) {
    const sessions = await this.listSessions.execute(actor!.id)
    return serialize(SessionTransformer.transform(sessions, actor!.sessionId))
  }

  /** End one of them; its device has to show the second factor again. */
  async destroy({ actor, params, response }: HttpContext) {
    const { sessionId } = params
    await this.logOut.execute({ actor: actor!, sessionId, isDistrusted: true })
    response.status(204)
  }

  /** End all but this one; their devices have to show the second factor again. */
  async clear({ actor, serialize }: HttpContext) {
    return serialize({ ended: await this.logOutElsewhere.execute({ actor: actor! }) })
  }
}
