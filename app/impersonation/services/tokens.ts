/*
 * The token is random and opaque, and only its hash is stored. A signed token would say nothing that
 * the row does not say better: every request reads the row anyway, to see whether it is still open.
 * And two kinds of token that look nothing alike cannot be taken for each other: docs/adr/0014.
 */
import { createHash, randomBytes } from 'node:crypto'

const PREFIX = 'souk_imp_'
const TOKEN = /^souk_imp_[\w-]{43}$/

export function newToken(): { token: string; hash: string } {
  const token = PREFIX + randomBytes(32).toString('base64url')
  return { token, hash: sha256(token) }
}

/** What is stored of a token; null for text that cannot be one. */
export function hashOfToken(token: string): string | null {
  return TOKEN.test(token) ? sha256(token) : null
}

/**
 * The state of an account that an impersonation rests on: with another status or password it is
 * another one. A digest, for the row lives longer than the password.
 */
export function markOf(account: { status: string; password_hash: string | null }): string {
  return sha256(`${account.status}\n${account.password_hash ?? ''}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
