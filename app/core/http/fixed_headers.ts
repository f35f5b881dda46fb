import env from '#start/env'
import { API_VERSION } from '#core/http/version'

/** The version and security headers of every answer, in small letters as the framework keeps them. */
export const FIXED_HEADERS = Object.entries({
  'x-api-version': API_VERSION,
  'x-min-cli-version': env.get('MIN_CLI_VERSION'),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cache-control': 'no-store',
})
