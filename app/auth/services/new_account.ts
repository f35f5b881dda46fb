import { recordAudit } from '#audit/record'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import { queueEmail } from '#notifications/services/messages'
import UserRegistered from '#users/events/user_registered'
import User from '#users/models/user'

export interface NewAccount {
  role: 'client' | 'partner'
  name: string
  /** confirmed; without one the phone is */
  email: string | null
  phone: string | null
  /** null for those who come in by another door */
  passwordHash: string | null
  /** of a partner; else the name stands for it */
  businessName?: string
  country: string | null
}

/** Makes the account of somebody whose address or number is proven; staff are made elsewhere. */
export async function makeAccount(trx: Transaction, input: NewAccount): Promise<User> {
  const { role, name, email, phone, passwordHash, businessName, country } = input
  const now = clock.now()
  const user = await User.create(
    {
      ...newRow('user', now),
      role,
      status: 'active',
      name,
      email,
      phone,
      passwordHash,
      emailVerifiedAt: email ? now : null,
      phoneVerifiedAt: email ? null : now,
      language: 'en',
      timezone: 'UTC',
      country,
      twoFactor: 'off',
      onboardingStep: 0,
    },
    { client: trx }
  )
  await outbox.record(trx, new UserRegistered(user.id, role, businessName ?? name))
  if (email)
    await queueEmail(trx, { userId: user.id, to: email, template: 'welcome', data: { name } })
  await recordAudit(trx, {
    actor: null,
    action: 'user.registered',
    subject: { type: 'user', id: user.id },
    after: { role },
  })
  return user
}
