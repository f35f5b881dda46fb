/*
 * Sessions and their chains of refresh tokens. A refresh token is used once; its child is derived
 * from it (HMAC), so that twenty tabs that refresh at once all receive the same child and no branch
 * is left over. A token used again later than that honest race is a theft: the session dies.
 * Rules: docs/adr/0007-sessions-and-codes.md, after RFC 9700 section 4.14.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import env from '#start/env'
import { signAccessToken, ACCESS_TOKEN_LIFE } from '#auth/services/access_tokens'
import { changedOne, insertedOnce } from '#core/database/conditional'
import type { Transaction } from '#core/database/write'
import { clock, DAY, parseDuration, SECOND } from '#core/support/clock'
import { newId } from '#core/support/ids'

export const REFRESH_IDLE_LIFE = parseDuration(env.get('REFRESH_TOKEN_EXPIRE'))
const ABSOLUTE_LIFE = 90 * DAY
/** racing refreshes within this time all get the same child */
const HONEST_RACE = 10 * SECOND

export interface Origin {
  ip: string
  userAgent: string | null
  /** what the caller's device was handed at an earlier log-in */
  deviceToken?: string | null
}

export interface IssuedTokens {
  sessionId: string
  accessToken: string
  refreshToken: string
  tokenType: 'Bearer'
  /** seconds */
  expiresIn: number
}

export type Rotation =
  | { outcome: 'rotated'; userId: string; tokens: IssuedTokens }
  | { outcome: 'reused'; userId: string; sessionId: string }
  | { outcome: 'refused' }

/** Starts a session and its chain. */
export async function openSession(
  trx: Transaction,
  userId: string,
  transport: 'bearer' | 'cookie',
  origin: Origin,
  deviceId: string | null = null
): Promise<IssuedTokens> {
  const now = clock.now()
  const sessionId = newId('session')
  await trx
    .insertQuery()
    .table('sessions')
    .insert({
      id: sessionId,
      user_id: userId,
      transport,
      user_agent: origin.userAgent?.slice(0, 255) ?? null,
      ip: origin.ip,
      device_id: deviceId,
      last_seen_at: now,
      idle_expires_at: now + REFRESH_IDLE_LIFE,
      absolute_expires_at: now + ABSOLUTE_LIFE,
      proved_at: now,
      created_at: now,
    })
  await trx.from('users').where({ id: userId }).update({ last_login_at: now })
  const refreshToken = randomBytes(32).toString('base64url')
  await storeToken(trx, refreshToken, sessionId, null, now)
  return issued(userId, sessionId, refreshToken)
}

/** Exchanges a refresh token for its child. */
export async function rotate(trx: Transaction, refreshToken: string): Promise<Rotation> {
  const now = clock.now()
  const hash = sha256(refreshToken)
  const unused = trx
    .from('refresh_tokens')
    .where({ token_hash: hash })
    .whereNull('used_at')
    .where('expires_at', '>', now)
  const isFirst = await changedOne(unused, { used_at: now })

  const token = await trx
    .from('refresh_tokens')
    .join('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .join('users', 'users.id', 'sessions.user_id')
    .where('token_hash', hash)
    .select(
      'refresh_tokens.used_at',
      'refresh_tokens.session_id',
      'sessions.user_id',
      'sessions.revoked_at',
      'sessions.absolute_expires_at',
      'users.status'
    )
    .first()
  const isLive =
    token &&
    token.revoked_at === null &&
    Number(token.absolute_expires_at) > now &&
    token.status === 'active'
  if (!isLive || token.used_at === null) return { outcome: 'refused' }

  const { user_id: userId, session_id: sessionId } = token
  if (!isFirst && now - Number(token.used_at) > HONEST_RACE) {
    const live = trx.from('sessions').where({ id: sessionId }).whereNull('revoked_at')
    const end = { revoked_at: now, revoke_reason: 'refresh_reuse' }
    // of replays at once one is the discovery: it alone is logged and mailed
    return (await changedOne(live, end))
      ? { outcome: 'reused', userId, sessionId }
      : { outcome: 'refused' }
  }
  const child = childOf(refreshToken)
  await storeToken(trx, child, sessionId, hash, now)
  await trx
    .from('sessions')
    .where({ id: sessionId })
    .update({ last_seen_at: now, idle_expires_at: now + REFRESH_IDLE_LIFE })
  return { outcome: 'rotated', userId, tokens: await issued(userId, sessionId, child) }
}

/**
 * Ends live sessions.
 * @returns the ids of those that were ended
 */
export async function revokeSessions(
  trx: Transaction,
  which: { id: string } | { user_id: string },
  reason: string,
  except?: string
): Promise<string[]> {
  const live = () => {
    const query = trx.from('sessions').where(which).whereNull('revoked_at')
    return except ? query.whereNot('id', except) : query
  }
  const ids = (await live().select('id')).map((row: { id: string }) => row.id)
  await live().update({ revoked_at: clock.now(), revoke_reason: reason })
  return ids
}

async function storeToken(
  trx: Transaction,
  token: string,
  sessionId: string,
  parentHash: string | null,
  now: number
) {
  await insertedOnce(trx, 'refresh_tokens', {
    token_hash: sha256(token),
    session_id: sessionId,
    parent_hash: parentHash,
    expires_at: now + REFRESH_IDLE_LIFE,
    created_at: now,
  })
}

async function issued(userId: string, sessionId: string, refreshToken: string) {
  return {
    sessionId,
    accessToken: await signAccessToken(userId, sessionId),
    refreshToken,
    tokenType: 'Bearer' as const,
    expiresIn: Math.floor(ACCESS_TOKEN_LIFE / 1000),
  }
}

/** The one child of a token: every racer derives the same, and only its hash is stored. */
function childOf(token: string): string {
  const key = `refresh:${env.get('JWT_SECRET').release()}`
  return createHmac('sha256', key).update(token).digest('base64url')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
