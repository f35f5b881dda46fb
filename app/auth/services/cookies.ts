import { randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { ACCESS_TOKEN_LIFE } from '#auth/services/access_tokens'
import { REFRESH_IDLE_LIFE } from '#auth/services/sessions'

export const ACCESS_COOKIE = 'souk_access'
export const REFRESH_COOKIE = 'souk_refresh'
export const CSRF_COOKIE = 'souk_csrf'
export const CSRF_HEADER = 'x-csrf-token'

/** The refresh cookie only travels to the routes that take it. */
const REFRESH_PATH = '/api/v1/auth'

interface Tokens {
  accessToken: string
  refreshToken: string
}

/** Hands the tokens to a browser: HTTP-only, SameSite=Lax, and one readable cookie to prove it. */
export function setTokenCookies({ response }: HttpContext, tokens: Tokens) {
  const idle = Math.floor(REFRESH_IDLE_LIFE / 1000)
  const common = { encode: false, sameSite: 'lax' as const, httpOnly: true }
  response.plainCookie(ACCESS_COOKIE, tokens.accessToken, {
    ...common,
    maxAge: Math.floor(ACCESS_TOKEN_LIFE / 1000),
  })
  response.plainCookie(REFRESH_COOKIE, tokens.refreshToken, {
    ...common,
    maxAge: idle,
    path: REFRESH_PATH,
  })
  response.plainCookie(CSRF_COOKIE, randomBytes(24).toString('base64url'), {
    ...common,
    httpOnly: false,
    maxAge: idle,
  })
}

export function clearTokenCookies({ response }: HttpContext) {
  response.clearCookie(ACCESS_COOKIE)
  response.clearCookie(REFRESH_COOKIE, { path: REFRESH_PATH })
  response.clearCookie(CSRF_COOKIE)
}
