/*
 * Registrations that wait for their code. Anybody can begin one for any address, and only its owner
 * reads the codes, but a code does not say whose registration it is for: the newest one's. So a
 * registration remembers whether another password was given for the address before.
 * Rules: docs/adr/0007-sessions-and-codes.md.
 */
import { challengeOf, CODE_LIFE, issueCode } from '#auth/services/challenges'
import type { Transaction } from '#core/database/write'
import { MINUTE } from '#core/support/clock'
import { queueEmail, queueSms } from '#notifications/services/messages'

/** What the account is made from; kept encrypted in the challenge. */
export interface RegistrationData {
  name: string
  email?: string
  phone?: string
  role: 'client' | 'partner'
  businessName?: string
  country: string | null
  passwordHash: string
  /** the same for the same password (`passwordMark`) */
  mark: string
  /** more than one password was given for the address: none of them counts */
  isContested: boolean
}

export interface PendingRegistration {
  /** of the account that will be made, whichever registration of the address is finished */
  userId: string
  data: RegistrationData
}

/**
 * The newest registration of an address or number, however old or void, for as long as it is kept;
 * null when none was begun, or it was finished. Read it behind `maySend`, which lets one in at a time for
 * each subject: an older one in its place would hide that the newest is contested.
 */
export async function pendingRegistration(
  trx: Transaction,
  subject: string
): Promise<PendingRegistration | null> {
  const row = await trx
    .from('challenges')
    .where({ purpose: 'register', subject })
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .first()
  if (!row || row.used_at !== null) return null
  const { userId, data } = challengeOf(row)
  return { userId: userId!, data }
}

/** Sends a code for a registration; those before it are void from now on. */
export async function sendRegistrationCode(
  trx: Transaction,
  { userId, data }: PendingRegistration
) {
  const to = data.email ?? data.phone!
  const challenge = { purpose: 'register' as const, subject: to, userId, data }
  const { secret, expiresAt } = await issueCode(trx, challenge)
  const message = { userId, to, secrets: { code: secret }, expiresAt }
  const facts = { data: { minutes: CODE_LIFE / MINUTE } }
  // no name in it: whoever typed it may be anybody, and the reader somebody else
  if (data.email) await queueEmail(trx, { ...message, ...facts, template: 'verify_email' })
  else await queueSms(trx, { ...message, ...facts, template: 'phone_code' })
}
