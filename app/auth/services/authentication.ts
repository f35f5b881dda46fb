import { timingSafeEqual } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { permissionsOf } from '#users/permissions'
import { readAccessToken } from '#auth/services/access_tokens'
import { sessionState } from '#auth/services/session_states'
import { ACCESS_COOKIE, CSRF_COOKIE, CSRF_HEADER } from '#auth/services/cookies'
import type { Actor } from '#core/actor'
import { Forbidden, Unauthenticated } from '#core/errors'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
/** `<token>` or `Bearer <token>`: the CRM's apps send it bare. */
const AUTHORIZATION = /^(?:bearer\s+)?([\w-]+\.[\w-]+\.[\w-]+)$/i

export type Transport = 'bearer' | 'cookie'

/**
 * Who makes this request.
 *
 * @throws Unauthenticated (401) without a valid token of a live session
 */
export async function authenticate(
  ctx: HttpContext
): Promise<{ actor: Actor; transport: Transport }> {
  if (ctx.provenActor) return { actor: ctx.provenActor, transport: 'bearer' }
  const given = tokenOf(ctx)
  const actor = given && (await actorOf(given.token, ctx))
  if (!given || !actor) throw new Unauthenticated()
  return { actor, transport: given.transport }
}

/** Who asks on a public route; undefined for guests, and for tokens that are no longer good. */
export async function actorIfAny(ctx: HttpContext): Promise<Actor | undefined> {
  if (ctx.provenActor) return ctx.provenActor
  const given = tokenOf(ctx)
  return (given && (await actorOf(given.token, ctx))) ?? undefined
}

/** Whether the request tries to prove who sends it, well or badly. */
export function bringsToken({ request }: HttpContext): boolean {
  if (request.header('authorization') !== undefined) return true
  return Boolean(request.plainCookie(ACCESS_COOKIE, { encoded: false }))
}

function tokenOf({ request }: HttpContext): { token: string; transport: Transport } | null {
  const header = request.header('authorization')
  if (header !== undefined) {
    const match = AUTHORIZATION.exec(header.trim())
    return match ? { token: match[1], transport: 'bearer' } : null
  }
  const cookie = request.plainCookie(ACCESS_COOKIE, { encoded: false })
  return cookie ? { token: String(cookie), transport: 'cookie' } : null
}

/** The actor behind a token, or null when the token or its session is no longer good. */
export async function actorOf(token: string, { request }: HttpContext): Promise<Actor | null> {
  const claims = await readAccessToken(token)
  const state = claims && (await sessionState(claims.sessionId))
  if (!state || state.userId !== claims.userId) return null
  return {
    id: state.userId,
    role: state.role,
    name: state.name,
    sessionId: state.sessionId,
    permissions: permissionsOf(state.role),
    ip: request.ip(),
    requestId: request.id()!,
  }
}

/**
 * Cookies travel by themselves, so an unsafe request must prove that its page could read one of
 * ours: the header repeats the csrf cookie (double submit).
 *
 * @throws Forbidden (403)
 */
export function assertSameSite({ request }: HttpContext) {
  if (SAFE_METHODS.has(request.method())) return
  const cookie = String(request.plainCookie(CSRF_COOKIE, { encoded: false }) ?? '')
  const header = request.header(CSRF_HEADER) ?? ''
  const isSame =
    cookie.length > 0 &&
    cookie.length === header.length &&
    timingSafeEqual(Buffer.from(cookie), Buffer.from(header))
  if (!isSame) throw new Forbidden(`Send the ${CSRF_COOKIE} cookie's value in ${CSRF_HEADER}`)
}
