import { randomBytes } from 'node:crypto'
import hash from '@adonisjs/core/services/hash'
import { openSession } from '#auth/services/sessions'
import type { Role } from '#core/actor'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import UserRegistered from '#users/events/user_registered'
import User from '#users/models/user'

export const PASSWORD = 'correct horse battery'

let passwordHash: Promise<string> | undefined

/** Somebody who is logged in. */
export interface TestActor {
  user: User
  accessToken: string
  refreshToken: string
  sessionId: string
  /** ready for client.headers(...) */
  headers: { authorization: string }
}

/** A word that no other test uses. */
export function unique(prefix = 'x'): string {
  return `${prefix}${randomBytes(5).toString('hex')}`
}

/** A fresh account of any role, logged in. */
export async function actorOfRole(role: Role, overrides: Partial<User> = {}): Promise<TestActor> {
  passwordHash ??= hash.make(PASSWORD)
  const stored = await passwordHash
  const user = await write(async (trx) => {
    const now = clock.now()
    const created = await User.create(
      {
        ...newRow('user', now),
        role,
        status: 'active',
        name: `Test ${role}`,
        email: `${unique(role)}@example.test`,
        phone: null,
        passwordHash: stored,
        emailVerifiedAt: now,
        phoneVerifiedAt: null,
        language: 'en',
        timezone: 'UTC',
        country: 'DE',
        twoFactor: 'off',
        onboardingStep: 0,
        ...overrides,
      },
      { client: trx }
    )
    if (role === 'client' || role === 'partner')
      await outbox.record(trx, new UserRegistered(created.id, role, `Shop ${unique()}`))
    return created
  })
  return logIn(user)
}

/** Another session of an account. */
export async function logIn(user: User): Promise<TestActor> {
  const tokens = await write((trx) =>
    openSession(trx, user.id, 'bearer', { ip: '127.0.0.1', userAgent: 'test' })
  )
  const { accessToken, refreshToken, sessionId } = tokens
  const headers = { authorization: `Bearer ${accessToken}` }
  return { user, accessToken, refreshToken, sessionId, headers }
}
