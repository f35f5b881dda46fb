/*
 * What a seal is made from. Every value is written with its length before it, so that no two lines
 * read the same; a line enters with two digests, so that its words can be erased and it can still
 * be told whether it is the line that was sealed.
 */
import { createHash, createHmac } from 'node:crypto'
import { appKeys } from '#core/support/app_keys'

/** A line as the database has it. */
export interface AuditRow {
  id: number
  actor_id: string | null
  actor_role: string | null
  impersonator_id: string | null
  person_id: string | null
  action: string
  noun: string
  subject_type: string
  subject_id: string
  before: string | null
  after: string | null
  reason: string | null
  ip: string | null
  nonce: string | null
  details_hash: string | null
  request_id: string | null
  created_at: number
}

/** The columns of a line, all of them. */
export const AUDIT_COLUMNS = [
  'id',
  'actor_id',
  'actor_role',
  'impersonator_id',
  'person_id',
  'action',
  'noun',
  'subject_type',
  'subject_id',
  'before',
  'after',
  'reason',
  'ip',
  'nonce',
  'details_hash',
  'request_id',
  'created_at',
] as const satisfies (keyof AuditRow)[]

/** What a seal says, but for its hash and signature. */
export interface SealFacts {
  id: number
  first_id: number
  last_id: number
  entries: number
  digests: string
  previous_hash: string
  sealed_at: number
}

type Value = string | number | null

/** `3:abc`, `-` for null; lengths in bytes. */
function framed(values: Value[]): string {
  return values
    .map((value) => (value === null ? '-' : `${Buffer.byteLength(String(value))}:${value}`))
    .join('')
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The digest of what an erasure takes out of a line. */
export function detailsDigest({ nonce, before, after, reason, ip }: AuditRow): string {
  return sha256(framed(['details', nonce, before, after, reason, ip]))
}

/** The digest of a line, the same before and after an erasure; 43 characters. */
export function entryDigest(row: AuditRow): string {
  const hasDetails = [row.nonce, row.before, row.after, row.reason, row.ip].some(
    (value) => value !== null
  )
  const isErased = row.details_hash !== null && !hasDetails
  // a digest beside words is no line that was ever sealed
  const details = isErased ? row.details_hash : detailsDigest(row) + (row.details_hash ?? '')
  const text = framed([
    'entry',
    Number(row.id),
    row.actor_id,
    row.actor_role,
    row.impersonator_id,
    row.person_id,
    row.action,
    row.noun,
    row.subject_type,
    row.subject_id,
    row.request_id,
    Number(row.created_at),
    details,
  ])
  return createHash('sha256').update(text).digest('base64url')
}

/** The hash of a seal, which the next one is chained to. */
export function sealHash(seal: SealFacts): string {
  return sha256(
    framed([
      'seal',
      Number(seal.id),
      seal.previous_hash,
      Number(seal.first_id),
      Number(seal.last_id),
      Number(seal.entries),
      Number(seal.sealed_at),
      seal.digests,
    ])
  )
}

/** What the first seal follows. */
export const BEFORE_ALL = '0'.repeat(64)

/** Proof that a server with our APP_KEY made the seal: who can only write tables cannot. */
export function sealSignature(hash: string): { signature: string; key_id: string } {
  const [key] = appKeys()
  return { signature: signatureBy(key, hash), key_id: signingKeyId(key) }
}

/** Whether a key of ours, of now or before, is the one that a seal names. */
export function isSigningKey(keyId: string): boolean {
  return appKeys().some((key) => signingKeyId(key) === keyId)
}

/** Whether the key that a seal names has made its signature; false for keys that are not ours. */
export function isSignedBy(keyId: string, hash: string, signature: string): boolean {
  const key = appKeys().find((one) => signingKeyId(one) === keyId)
  return key !== undefined && signatureBy(key, hash) === signature
}

function signatureBy(key: string, hash: string): string {
  return createHmac('sha256', `audit-seal:${key}`).update(hash).digest('hex')
}

/** Which key this is, without telling it. */
function signingKeyId(key: string): string {
  return sha256(`audit-seal-id:${key}`).slice(0, 8)
}
