import { recordAudit } from '#audit/record'
import { AccountNotThere } from '#auth/errors'
import AccountStatusChanged from '#auth/events/account_status_changed'
import { forgetSessions } from '#auth/services/session_states'
import { revokeSessions } from '#auth/services/sessions'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { InvalidField, NotFound } from '#core/errors'
import { outbox } from '#core/outbox/outbox'
import { clock, toIso } from '#core/support/clock'
import { queueEmail } from '#notifications/services/messages'
import User, { type UserStatus } from '#users/models/user'

type Status = Exclude<UserStatus, 'deleted'>

export interface StatusChange {
  /** null for the clock, which lifts a suspension whose time is over */
  actor: Actor | null
  userId: string
  status: Status
  /** told to the account holder and kept in the audit trail */
  reason?: string | null
  /** epoch ms; a suspension without it lasts until somebody lifts it */
  until?: number
}

/** What each state may be reached from. A suspension is suspended again to change its end. */
const FROM: Record<Status, Status[]> = {
  active: ['suspended', 'banned'],
  suspended: ['active', 'suspended'],
  banned: ['active', 'suspended'],
}

const DONE: Record<Status, string> = {
  active: 'customer.activated',
  suspended: 'customer.suspended',
  banned: 'customer.banned',
}

interface Before {
  role: 'client' | 'partner'
  status: Status
  status_reason: string | null
  suspended_until: number | string | null
}

/**
 * Closes and opens the account of a client or a partner, at once: its sessions end with the
 * transaction, its holder is told by mail, and who follows the account hears of it by event.
 */
export default class ChangeAccountStatus {
  /**
   * @throws NotFound for staff, and for accounts that are not there any more
   * @throws AccountNotThere (409) when the account is in a state that does not lead to this one
   * @throws InvalidField when a suspension would end in the past
   */
  async execute(change: StatusChange): Promise<User> {
    if (change.until !== undefined && change.until <= clock.now())
      throw new InvalidField('until', 'future', 'The until field must be in the future')
    return this.#change(change, (account) => account)
  }

  /**
   * Opens an account again whose suspension is over at `now`.
   * @returns false when somebody else was faster, or the suspension was made longer
   */
  async lift({ userId, now }: { userId: string; now: number }): Promise<boolean> {
    try {
      await this.#change({ actor: null, userId, status: 'active' }, (account) =>
        account.where('status', 'suspended').where('suspended_until', '<=', now)
      )
      return true
    } catch (error) {
      if (error instanceof AccountNotThere) return false
      throw error
    }
  }

  async #change(change: StatusChange, narrowed: (account: Query) => Query): Promise<User> {
    const { userId, status } = change
    const result = await write(async (trx) => {
      const before = await locked(trx, userId)
      const ready = narrowed(trx.from('users').where('id', userId).whereIn('status', FROM[status]))
      const isClosed = status !== 'active'
      const isChanged = await changedOne(ready, {
        status,
        status_reason: isClosed ? (change.reason ?? null) : null,
        suspended_until: status === 'suspended' ? (change.until ?? null) : null,
        updated_at: clock.now(),
      })
      if (!isChanged) throw new AccountNotThere(before.status)
      const ended = isClosed ? await revokeSessions(trx, { user_id: userId }, status) : []
      const user = await User.query({ client: trx }).where('id', userId).firstOrFail()
      await audit(trx, change, before)
      await tell(trx, user, change)
      await outbox.record(trx, new AccountStatusChanged(userId, before.role, status))
      return { user, ended }
    })
    forgetSessions(result.ended)
    return result.user
  }
}

type Query = ReturnType<Transaction['from']>

/** The account behind a lock, so that what the audit trail says of it is what was changed. */
async function locked(trx: Transaction, userId: string): Promise<Before> {
  const row = await trx
    .from('users')
    .where('id', userId)
    .whereIn('role', ['client', 'partner'])
    .whereNot('status', 'deleted')
    .select('role', 'status', 'status_reason', 'suspended_until')
    .forUpdate()
    .first()
  if (!row) throw new NotFound()
  return row
}

function audit(trx: Transaction, change: StatusChange, before: Before) {
  const { actor, userId, status, reason, until } = change
  const end = (time: number | null) => (time === null ? {} : { until: toIso(time) })
  const wasUntil = before.suspended_until === null ? null : Number(before.suspended_until)
  return recordAudit(trx, {
    actor,
    action: DONE[status],
    subject: { type: 'user', id: userId },
    before: { status: before.status, ...end(wasUntil) },
    after: { status, ...end(until ?? null) },
    reason: reason ?? (actor ? undefined : 'its time is over'),
  })
}

async function tell(trx: Transaction, user: User, { status, reason, until }: StatusChange) {
  if (!user.email) return
  const to = { userId: user.id, to: user.email }
  const data = { name: user.name, reason: reason ?? '' }
  if (status === 'active')
    return queueEmail(trx, { ...to, template: 'account_activated', data: { name: user.name } })
  if (status === 'banned') return queueEmail(trx, { ...to, template: 'account_banned', data })
  const end = until === undefined ? '' : `${toIso(until).slice(0, 16).replace('T', ' ')} UTC`
  return queueEmail(trx, { ...to, template: 'account_suspended', data: { ...data, until: end } })
}
