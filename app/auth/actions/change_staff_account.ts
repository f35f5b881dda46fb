import { recordAudit } from '#audit/record'
import { LastSeniorAdmin, OwnAccount } from '#auth/errors'
import { forgetFactors } from '#auth/services/factor_switch'
import { tellOwner } from '#auth/services/security_mails'
import { forgetSessions } from '#auth/services/session_states'
import { revokeSessions } from '#auth/services/sessions'
import { mayManage } from '#auth/services/staff_ladder'
import { STAFF_ROLES, type Actor, type StaffRole } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { Forbidden, NotFound, StateConflict } from '#core/errors'
import { clock } from '#core/support/clock'
import User from '#users/models/user'

export interface StaffAccountChanges {
  name?: string
  role?: StaffRole
  status?: 'active' | 'suspended' | 'deleted'
  twoFactor?: 'off' | 'email'
}

/**
 * Changes a staff account, at once: with another role, or none any more, its sessions end, and also
 * when it gets a second factor, without which they were opened. There is
 * always one active senior admin.
 */
export default class ChangeStaffAccount {
  /**
   * @throws NotFound when it is not a staff account
   * @throws OwnAccount (403) for one's own role, status or second factor
   * @throws Forbidden (403) when the actor may not manage this account or give this role
   * @throws LastSeniorAdmin (409)
   * @throws StateConflict (409) when somebody else changed it meanwhile
   */
  async execute(input: { actor: Actor; userId: string } & StaffAccountChanges): Promise<User> {
    const { actor, userId, ...changes } = input
    const changed = await write(async (trx) => {
      const seniors = await lockSeniorAdmins(trx)
      const user = await staffAccount(trx, userId)
      const before = snapshotOf(user)
      const after = { ...before, ...changes }
      assertMayChange(actor, user.id, before, after)
      assertOneStays(seniors, user.id, after)
      await this.#store(trx, user, before, after)
      const isArmed = after.twoFactor !== before.twoFactor && after.twoFactor !== 'off'
      const acts = after.role !== before.role || after.status !== 'active' || isArmed
      const ended = acts ? await revokeSessions(trx, { user_id: userId }, 'account_changed') : []
      if (after.twoFactor !== before.twoFactor) await this.#switchFactor(trx, user)
      await audit(trx, actor, userId, before, after)
      return { user, ended }
    })
    forgetSessions(changed.ended)
    return changed.user
  }

  /** The factor that was there before goes with its codes; its owner learns of it. */
  async #switchFactor(trx: Transaction, user: User) {
    await forgetFactors(trx, user.id)
    const what = 'the second factor was changed by our staff'
    await tellOwner(trx, user, 'second_factor_changed', { what })
  }

  async #store(trx: Transaction, user: User, before: Snapshot, after: Snapshot) {
    const now = clock.now()
    const { name, role, status, twoFactor } = after
    const unchanged = trx
      .from('users')
      .where({ id: user.id, role: before.role, status: before.status })
    const row = { name, role, status, two_factor: twoFactor, updated_at: now }
    if (!(await changedOne(unchanged, row))) throw new StateConflict()
    await user.refresh()
  }
}

interface Snapshot {
  name: string
  role: StaffRole
  status: string
  twoFactor: string
}

function snapshotOf({ name, role, status, twoFactor }: User): Snapshot {
  return { name, role: role as StaffRole, status, twoFactor }
}

/**
 * Two who demote each other at the same moment must not both succeed: whoever changes staff holds
 * the rows of all active senior admins (SQLite has one writer at a time anyway).
 */
async function lockSeniorAdmins(trx: Transaction): Promise<string[]> {
  const rows = await trx
    .from('users')
    .where({ role: 'senior_admin', status: 'active' })
    .orderBy('id')
    .select('id')
    .forUpdate()
  return rows.map((row) => row.id)
}

/** @throws NotFound for clients and partners too */
async function staffAccount(trx: Transaction, userId: string): Promise<User> {
  const user = await User.query({ client: trx })
    .where('id', userId)
    .whereIn('role', [...STAFF_ROLES])
    .first()
  if (!user) throw new NotFound()
  return user
}

function assertMayChange(actor: Actor, userId: string, before: Snapshot, after: Snapshot) {
  const isStanding =
    after.role === before.role &&
    after.status === before.status &&
    after.twoFactor === before.twoFactor
  if (userId === actor.id && !isStanding) throw new OwnAccount()
  if (!mayManage(actor.role, before.role, after.role)) throw new Forbidden()
}

function assertOneStays(seniors: string[], userId: string, after: Snapshot) {
  const isSenior = after.role === 'senior_admin' && after.status === 'active'
  const isOnly = seniors.length === 1 && seniors[0] === userId
  if (isOnly && !isSenior) throw new LastSeniorAdmin()
}

async function audit(
  trx: Transaction,
  actor: Actor,
  userId: string,
  before: Snapshot,
  after: Snapshot
) {
  const keys = (Object.keys(after) as (keyof Snapshot)[]).filter(
    (key) => before[key] !== after[key]
  )
  if (keys.length === 0) return
  const only = (values: Snapshot) => Object.fromEntries(keys.map((key) => [key, values[key]]))
  const isEnd = after.status === 'deleted' && before.status !== 'deleted'
  await recordAudit(trx, {
    actor,
    action: isEnd ? 'staff_account.deactivated' : 'staff_account.changed',
    subject: { type: 'user', id: userId },
    before: only(before),
    after: only(after),
  })
}
