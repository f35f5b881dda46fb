import { randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { ACCESS_TOKEN_LIFE } from '#auth/services/access_tokens'
import { DEVICE_LIFE } from '#auth/services/known_devices'
import { REFRESH_IDLE_LIFE } from '#auth/services/sessions'

export const ACCESS_COOKIE = 'souk_access'
export const REFRESH_COOKIE = 'souk_refresh'
export const DEVICE_COOKIE = 'souk_device'
export const CSRF_COOKIE = 'souk_csrf'
export const CSRF_HEADER = 'x-csrf-token'

/** The refresh cookie and the device's travel to both spellings of our addresses, /api/v1/auth and /api/auth. */
const API_PATH = '/api'
/** where they were once; of two of one name the longer path would win, with a token that is used up */
const FORMER_PATH = '/api/v1/auth'

interface Tokens {
  accessToken: string
  refreshToken: string
  /** of a device that was strange until now */
  deviceToken?: string | null
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
    path: API_PATH,
  })
  response.clearCookie(REFRESH_COOKIE, { path: FORMER_PATH })
  if (tokens.deviceToken) {
    response.plainCookie(DEVICE_COOKIE, tokens.deviceToken, {
      ...common,
      maxAge: Math.floor(DEVICE_LIFE / 1000),
      path: API_PATH,
    })
    response.clearCookie(DEVICE_COOKIE, { path: FORMER_PATH })
  }
  response.plainCookie(CSRF_COOKIE, randomBytes(24).toString('base64url'), {
    ...common,
    httpOnly: false,
    maxAge: idle,
  })
}

/** What this device was handed at an earlier log-in, by cookie or in the body. */
export function deviceTokenOf({ request }: HttpContext): string | null {
  const given: unknown =
    request.input('deviceToken') ?? request.plainCookie(DEVICE_COOKIE, { encoded: false })
  return typeof given === 'string' && given.length <= 100 ? given : null
}

/** At log-out; the device stays known. */
export function clearTokenCookies({ response }: HttpContext) {
  response.clearCookie(ACCESS_COOKIE)
  for (const path of [API_PATH, FORMER_PATH]) response.clearCookie(REFRESH_COOKIE, { path })
  response.clearCookie(CSRF_COOKIE)
}
