/*
 * How the sandbox signs its web hooks: HMAC-SHA256 over "<timestamp>.<raw body>".
 */
import { createHmac } from 'node:crypto'
import env from '#start/env'
import { appKeys } from '#core/support/app_keys'
import { SECOND } from '#core/support/clock'

export const TIMESTAMP_HEADER = 'x-sandbox-timestamp'
export const SIGNATURE_HEADER = 'x-sandbox-signature'

/** An older (or later) signature is not believed. */
export const SIGNATURE_TOLERANCE = 300 * SECOND

/** The first one signs; the others are still believed, so that a secret can be changed. */
function secrets(): string[] {
  const given = env.get('SANDBOX_WEBHOOK_SECRET')
  if (given.length > 0) return given
  return appKeys().map((key) => createHmac('sha256', key).update('sandbox web hooks').digest('hex'))
}

/** The signatures by each secret, the newest first. `timestamp` in epoch ms. */
export function signaturesOf(timestamp: number, raw: string): string[] {
  return secrets().map((secret) =>
    createHmac('sha256', secret).update(`${timestamp}.${raw}`).digest('hex')
  )
}
