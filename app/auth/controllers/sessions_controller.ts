import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import LogIn from '#auth/actions/log_in'
import LogInWithCode from '#auth/actions/log_in_with_code'
import LogOut from '#auth/actions/log_out'
import RefreshSession from '#auth/actions/refresh_session'
import { InvalidCode, InvalidRefreshToken } from '#auth/errors'
import ListSessions from '#auth/queries/list_sessions'
import { readAccessToken } from '#auth/services/access_tokens'
import { actorOf } from '#auth/services/authentication'
import { checkCode } from '#auth/services/challenges'
import { clearTokenCookies, REFRESH_COOKIE } from '#auth/services/cookies'
import { answerTokens, originOf } from '#auth/services/tokens_answer'
import SessionTransformer from '#auth/transformers/session_transformer'
import {
  logInValidator,
  refreshValidator,
  secondFactorValidator,
  verifyTokenValidator,
} from '#auth/validators/auth'
import { toIso } from '#core/support/clock'

/** Sessions: opened by a log-in, kept alive by refresh tokens, ended by their owner. */
@inject()
export default class SessionsController {
  constructor(
    private logIn: LogIn,
    private logInWithCode: LogInWithCode,
    private refreshSession: RefreshSession,
    private logOut: LogOut,
    private listSessions: ListSessions
  ) {}

  /** Log in with e-mail or phone and password. */
  async store(ctx: HttpContext) {
    const { transport = 'bearer', ...input } = await ctx.request.validateUsing(logInValidator)
    const result = await this.logIn.execute({ ...input, transport, origin: originOf(ctx) })
    if (result.kind === 'session') return answerTokens(ctx, result.user, result.tokens, transport)
    const { challenge, methods } = result
    return ctx.serialize({ requires2FA: true, challenge, methods })
  }

  /** Finish a log-in that needs a second factor. */
  async verify(ctx: HttpContext) {
    const { challenge: id, code } = await ctx.request.validateUsing(secondFactorValidator)
    const challenge = await checkCode({ purpose: 'second_factor', id }, code)
    if (!challenge) throw new InvalidCode()
    const transport = challenge.data.transport as 'bearer' | 'cookie'
    const origin = originOf(ctx)
    const { user, tokens } = await this.logInWithCode.execute({ challenge, transport, origin })
    return answerTokens(ctx, user, tokens, transport)
  }

  /** Exchange a refresh token for its successor; a token used again later ends its session. */
  async update(ctx: HttpContext) {
    const { refreshToken } = await ctx.request.validateUsing(refreshValidator)
    const cookie = ctx.request.plainCookie(REFRESH_COOKIE, { encoded: false })
    const given = refreshToken ?? (cookie ? String(cookie) : undefined)
    if (!given) throw new InvalidRefreshToken()
    const { user, tokens } = await this.refreshSession.execute({ refreshToken: given })
    return answerTokens(ctx, user, tokens, refreshToken ? 'bearer' : 'cookie')
  }

  /** Tell whether an access token is valid, and whose. */
  async check(ctx: HttpContext) {
    const { token } = await ctx.request.validateUsing(verifyTokenValidator)
    const actor = await actorOf(token, ctx)
    if (!actor) return ctx.serialize({ valid: false, user: null, expiresAt: null })
    const claims = await readAccessToken(token)
    const { id, name, role } = actor
    return ctx.serialize({
      valid: true,
      user: { id, name, role },
      expiresAt: toIso(claims!.expiresAt),
    })
  }

  /** End this session. */
  async logout(ctx: HttpContext) {
    const actor = ctx.actor!
    await this.logOut.execute({ actor, sessionId: actor.sessionId })
    clearTokenCookies(ctx)
    ctx.response.status(204)
  }

  /** Own live sessions, newest first. */
  async index({ actor, serialize }: HttpContext) {
    const sessions = await this.listSessions.execute(actor!.id)
    return serialize(SessionTransformer.transform(sessions, actor!.sessionId))
  }

  /** End one of them. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.logOut.execute({ actor: actor!, sessionId: params.sessionId })
    response.status(204)
  }
}
