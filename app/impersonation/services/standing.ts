/*
 * Whether an open impersonation may go on, asked on every request and once a minute.
 */
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Client } from '#core/database/statements'
import type { Role } from '#core/actor'
import { markOf } from '#impersonation/services/tokens'
import { permissionsOf } from '#users/permissions'

export const LIFE_MINUTES = 30
export const PERMISSION = 'impersonation.use'

/** Why an impersonation ended. */
export type EndReason =
  'ended' | 'expired' | 'logged_out' | 'staff_changed' | 'role_lost' | 'client_changed'

/** An impersonation that is marked open, with what it rests on. */
export interface Standing {
  id: string
  client_id: string
  client_role: Role
  client_name: string
  client_status: string
  client_password_hash: string | null
  client_mark: string
  staff_id: string
  staff_role: Role
  staff_name: string
  staff_status: string
  staff_password_hash: string | null
  staff_mark: string
  staff_session_id: string
  session_revoked_at: number | null
  session_expires_at: number
  expires_at: number
}

/** Rows that are marked open; the caller says which. */
export function standings(client: Client): DatabaseQueryBuilderContract<Standing> {
  return client
    .from('impersonations')
    .join('users as staff', 'staff.id', 'impersonations.staff_id')
    .join('users as client', 'client.id', 'impersonations.client_id')
    .join('sessions', 'sessions.id', 'impersonations.staff_session_id')
    .whereNotNull('impersonations.open_staff_id')
    .select(
      'impersonations.id',
      'impersonations.client_id',
      'impersonations.client_mark',
      'impersonations.staff_id',
      'impersonations.staff_mark',
      'impersonations.staff_session_id',
      'impersonations.expires_at',
      'client.role as client_role',
      'client.name as client_name',
      'client.status as client_status',
      'client.password_hash as client_password_hash',
      'staff.role as staff_role',
      'staff.name as staff_name',
      'staff.status as staff_status',
      'staff.password_hash as staff_password_hash',
      'sessions.revoked_at as session_revoked_at',
      'sessions.absolute_expires_at as session_expires_at'
    )
}

/** Why it must not go on at `now`; null when it may. */
export function reasonToEnd(one: Standing, now: number): EndReason | null {
  const staff = { status: one.staff_status, password_hash: one.staff_password_hash }
  const client = { status: one.client_status, password_hash: one.client_password_hash }
  if (Number(one.expires_at) <= now) return 'expired'
  if (!permissionsOf(one.staff_role).has(PERMISSION)) return 'role_lost'
  if (one.staff_status !== 'active' || markOf(staff) !== one.staff_mark) return 'staff_changed'
  if (one.client_status !== 'active' || markOf(client) !== one.client_mark) return 'client_changed'
  const isLoggedIn = one.session_revoked_at === null && Number(one.session_expires_at) > now
  return isLoggedIn ? null : 'logged_out'
}
