import env from '#start/env'
import { API_VERSION } from '#core/http/version'

/** The version and security headers of every answer. */
export const FIXED_HEADERS = Object.entries({
  'X-Api-Version': API_VERSION,
  'X-Min-Cli-Version': env.get('MIN_CLI_VERSION'),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Cache-Control': 'no-store',
})
