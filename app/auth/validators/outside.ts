import vine from '@vinejs/vine'
import { PROVIDERS } from '#auth/services/outside/providers'
import { line } from '#core/validation/rules'

/** 256 bits in base64url, as our codes, the front end's verifier and its hash all are. */
const secret = () => vine.string().regex(/^[\w-]{43}$/)

const idToken = () => vine.string().maxLength(10_000)
const nonce = () => vine.string().minLength(1).maxLength(200)
/** The address that the code went to, for a program that listens there. */
const returnTo = () => vine.string().maxLength(200).optional()
const transport = () => vine.enum(['bearer', 'cookie'] as const).optional()

/** What an earlier log-in handed to this device; browsers send it in a cookie. */
const deviceToken = () => vine.string().maxLength(100).optional()

/** For whom there is no account yet. */
const newcomer = {
  role: vine.enum(['client', 'partner'] as const).optional(),
  businessName: line(120).optional().requiredWhen('role', '=', 'partner'),
}

export const redirectValidator = vine.create({
  codeChallenge: secret(),
  returnTo: returnTo(),
  state: secret().optional(),
})

/** What a provider sends along; openid-client reads it again, from the address itself. */
export const callbackValidator = vine.create({
  state: vine.string().maxLength(200),
  code: vine.string().maxLength(8000).optional(),
  iss: vine.string().maxLength(500).optional(),
  error: vine.string().maxLength(200).optional(),
})

export const idTokenValidator = vine.create({
  idToken: idToken(),
  nonce: nonce().optional(),
  transport: transport(),
  deviceToken: deviceToken(),
  ...newcomer,
})

export const exchangeValidator = vine.create({
  code: secret(),
  codeVerifier: secret(),
  returnTo: returnTo(),
  transport: transport(),
  deviceToken: deviceToken(),
  ...newcomer,
})

export const linkValidator = vine.create({
  challenge: secret(),
  password: vine.string().maxLength(200),
  transport: transport(),
  deviceToken: deviceToken(),
})

/** One of three proofs: a challenge, the code of the browser's way back, or an ID token. */
export const identityValidator = vine.create({
  challenge: secret().optional().requiredIfMissing(['code', 'idToken']),
  code: secret().optional(),
  codeVerifier: secret().optional().requiredIfExists('code'),
  returnTo: returnTo(),
  provider: vine.enum(PROVIDERS).optional().requiredIfExists('idToken'),
  idToken: idToken().optional(),
  nonce: nonce().optional(),
})
