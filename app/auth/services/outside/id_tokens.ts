/*
 * ID tokens: the one place that decides what a provider's word is worth. Rules:
 * docs/adr/0013-outside-log-ins.md, after OpenID Connect Core 3.1.3.7.
 */
import { jwtVerify, type JWTPayload, type JWTVerifyResult } from 'jose'
import vine from '@vinejs/vine'
import { OutsideProofRefused } from '#auth/errors'
import type { Discovered } from '#auth/services/outside/discovery'
import type { OutsideIdentity } from '#auth/services/outside/identity'
import type { ProviderSettings } from '#auth/services/outside/providers'
import { outsideRefusal } from '#auth/services/outside/refusal'
import { clock } from '#core/support/clock'
import { email } from '#core/validation/rules'

/** Signed by a key that only the provider has: never `none`, never a shared secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA']
/** seconds by which the two clocks may differ */
const CLOCKS_DIFFER = 60
const TENANT = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const LONGEST_SUBJECT = 255

const addressValidator = vine.create({ email: email() })

export interface ExpectedToken {
  /** clients that the token may be for */
  audiences: string[]
  /** must be the token's own; a token with a nonce is not taken without one */
  nonce?: string
}

/**
 * Who an ID token says has logged in at the provider.
 *
 * @throws OutsideProofRefused when anything about the token is not as it must be
 * @throws ProviderUnavailable when the provider's keys cannot be read
 */
export async function readIdToken(
  settings: ProviderSettings,
  { keys, issuer }: Discovered,
  token: string,
  expected: ExpectedToken
): Promise<OutsideIdentity> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    algorithms: ALGORITHMS,
    currentDate: new Date(clock.now()),
    clockTolerance: CLOCKS_DIFFER,
    requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
  }).catch((error): Promise<JWTVerifyResult> => {
    throw outsideRefusal(settings.name, error)
  })
  const isTenants = issuerOf(settings, issuer, payload)
  const isGood =
    ['JWT', undefined].includes(protectedHeader.typ?.toUpperCase()) &&
    payload.iss === isTenants &&
    isKeyOf(keys.jwks()?.keys, protectedHeader.kid, payload, isTenants) &&
    isFor(payload, expected.audiences) &&
    payload.nonce === expected.nonce &&
    payload.sub!.length > 0 &&
    payload.sub!.length <= LONGEST_SUBJECT
  if (!isGood) throw outsideRefusal(settings.name, new OutsideProofRefused())
  return identityOf(settings, payload)
}

/** The issuer that this token must name; Azure has one for each tenant. */
function issuerOf({ tenants }: ProviderSettings, issuer: string, { tid }: JWTPayload) {
  const tenant = String(tid ?? '').toLowerCase()
  if (tenants.length > 0 && !tenants.includes(tenant)) return undefined
  if (!issuer.includes('{tenantid}')) return issuer
  return TENANT.test(tenant) ? issuer.replace('{tenantid}', tenant) : undefined
}

/** Azure's keys for many tenants say whose they are: a tenant's own key speaks for it alone. */
function isKeyOf(
  known: { kid?: string; issuer?: unknown }[] = [],
  kid: string | undefined,
  { tid }: JWTPayload,
  expectedIssuer: string | undefined
): boolean {
  const issuer = known.find((key) => key.kid === kid)?.issuer
  if (typeof issuer !== 'string') return true
  return issuer.replace('{tenantid}', String(tid).toLowerCase()) === expectedIssuer
}

/** Every audience is ours, and so is the app that asked for the token, when it is named. */
function isFor({ aud, azp }: JWTPayload, ours: string[]): boolean {
  const audiences = [aud!].flat()
  const isOurs = audiences.length > 0 && audiences.every((one) => ours.includes(one))
  return isOurs && (azp === undefined ? audiences.length === 1 : ours.includes(String(azp)))
}

async function identityOf(
  settings: ProviderSettings,
  payload: JWTPayload
): Promise<OutsideIdentity> {
  const [error, address] = await addressValidator.tryValidate({ email: payload.email })
  const name = typeof payload.name === 'string' ? payload.name.trim().slice(0, 120) : ''
  return {
    provider: settings.name,
    issuer: payload.iss!,
    subject: payload.sub!,
    email: error ? null : address.email,
    isEmailVerified: !error && isVerified(settings, payload),
    name: name || null,
    expiresAt: (payload.exp! + CLOCKS_DIFFER) * 1000,
  }
}

/**
 * Google says so by the standard claim. In Azure a tenant's administrator writes any address into any
 * account: only xms_edov says that the tenant owns the address's domain.
 */
function isVerified({ name }: ProviderSettings, payload: JWTPayload): boolean {
  if (name === 'google') return payload.email_verified === true
  return [true, 1, '1', 'true'].includes(payload.xms_edov as string)
}
