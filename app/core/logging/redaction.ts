const SECRET_KEYS = [
  'password',
  'newPassword',
  'oldPassword',
  'currentPassword',
  'code',
  'otp',
  'token',
  'accessToken',
  'refreshToken',
  'impersonationToken',
  'deviceToken',
  'recoveryCodes',
  'otpauthUri',
  'idToken',
  'codeVerifier',
  'challenge',
  'secret',
  'authorization',
  'cookie',
  'idempotencyKey',
]

/** pino's own redaction by key, on the object itself and one level below. */
export const redaction = {
  paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
  censor: '[redacted]',
}

const SECRETS = new Set(SECRET_KEYS.map((key) => key.toLowerCase()))

/** Whether a member of this name is a secret by its name alone, in any spelling. */
export function isSecretKey(name: string): boolean {
  return SECRETS.has(name.replace(/[_-]/g, '').toLowerCase())
}

const JWT = /[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g
const LONG_SECRET = /\b[A-Za-z0-9_-]{40,}\b/g
const E_MAIL = /[\w.+%-]{1,64}@[\w.-]{1,190}\.[A-Za-z]{2,}/g
const NUMBER = /\+\d{8,15}\b/g
/** MySQL says what there is already */
const DUPLICATE = /Duplicate entry '.*?' for key/g

/** Masks what looks like a token, and what names somebody, inside free text (error messages, addresses). */
export function maskSecrets(text: string): string {
  return text
    .replace(DUPLICATE, "Duplicate entry '[value]' for key")
    .replace(JWT, '[jwt]')
    .replace(LONG_SECRET, '[secret]')
    .replace(E_MAIL, '[e-mail]')
    .replace(NUMBER, '[number]')
}

const TOKEN_FOLLOWS = '/reset-password/'
const TOKEN = /\/reset-password\/[^/]+/

/** The path of a request as it may be logged: no query, and no token that a path carries. */
export function loggablePath(path: string): string {
  const query = path.indexOf('?')
  const place = query < 0 ? path : path.slice(0, query)
  return place.includes(TOKEN_FOLLOWS) ? place.replace(TOKEN, `${TOKEN_FOLLOWS}[token]`) : place
}
