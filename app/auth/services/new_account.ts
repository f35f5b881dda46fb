import { recordAudit } from '#audit/record'
import { sendPasswordChoice } from '#auth/services/reset_mail'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import { queueEmail } from '#notifications/services/messages'
import UserRegistered from '#users/events/user_registered'
import User from '#users/models/user'

export interface NewAccount {
  /** when messages have gone out in its name before; else a fresh one */
  id?: string
  role: 'client' | 'partner'
  name: string
  /** confirmed; without one the phone is */
  email: string | null
  /** beside an e-mail address: what the person says it is */
  phone: string | null
  /** null for those who come in by another door */
  passwordHash: string | null
  /** strangers gave passwords for this address, too: none counts, and the owner chooses one by a link */
  isContested?: boolean
  /** of a partner; else the name stands for it */
  businessName?: string
  country: string | null
}

/** Makes the account of somebody whose address or number is proven; staff are made elsewhere. */
export async function makeAccount(trx: Transaction, input: NewAccount): Promise<User> {
  const { role, name, email, businessName, country, isContested = false } = input
  const now = clock.now()
  const row = newRow('user', now)
  const user = await User.create(
    {
      ...row,
      id: input.id ?? row.id,
      role,
      status: 'active',
      name,
      email,
      // nobody knows which of them has said so
      phone: email && isContested ? null : input.phone,
      passwordHash: isContested ? null : input.passwordHash,
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
  if (isContested) await sendPasswordChoice(trx, user)
  else if (email)
    await queueEmail(trx, { userId: user.id, to: email, template: 'welcome', data: { name } })
  await recordAudit(trx, {
    actor: null,
    action: 'user.registered',
    subject: { type: 'user', id: user.id },
    after: isContested ? { role, isContested } : { role },
  })
  return user
}
