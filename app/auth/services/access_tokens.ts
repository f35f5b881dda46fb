import env from '#start/env'
import { jwtVerify, SignJWT, errors } from 'jose'
import { clock, MINUTE, parseDuration } from '#core/support/clock'

const ALGORITHM = 'HS256'
const ISSUER = 'souk'
const AUDIENCE = 'souk-api'
const TYPE = 'at+jwt'

/** An access token never lives longer than 15 minutes, whatever the environment says. */
export const ACCESS_TOKEN_LIFE = Math.min(parseDuration(env.get('JWT_EXPIRE')), 15 * MINUTE)

const key = new TextEncoder().encode(env.get('JWT_SECRET').release())

/** Signs a token for a session (RFC 9068 claims; `sid` is the session). */
export async function signAccessToken(userId: string, sessionId: string): Promise<string> {
  const now = Math.floor(clock.now() / 1000)
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: '1' })
    .setSubject(userId)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(now + Math.floor(ACCESS_TOKEN_LIFE / 1000))
    .sign(key)
}

export interface AccessClaims {
  userId: string
  sessionId: string
  /** epoch ms */
  expiresAt: number
}

/** so many tokens are remembered, about 5 MB of them */
const MOST = 10_000

/** Tokens whose signature was good: what it says stays true, until the token expires. */
const verified = new Map<string, AccessClaims>()

/** What a token says, or null when it is not a valid access token of ours. */
export async function readAccessToken(token: string): Promise<AccessClaims | null> {
  const known = verified.get(token)
  if (known && known.expiresAt > clock.now()) return known
  verified.delete(token)
  const claims = await verify(token)
  if (!claims) return null
  if (verified.size >= MOST) verified.clear()
  verified.set(token, claims)
  return claims
}

async function verify(token: string): Promise<AccessClaims | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      currentDate: new Date(clock.now()),
      requiredClaims: ['sub', 'sid', 'exp'],
    })
    return {
      userId: payload.sub!,
      sessionId: String(payload.sid),
      expiresAt: payload.exp! * 1000,
    }
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null
    throw error
  }
}
