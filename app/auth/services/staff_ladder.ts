/*
 * Who may change whose staff account: those with users.manage manage all of them, but admins are
 * made, changed and ended by a senior admin alone.
 */
import type { Role, StaffRole } from '#core/actor'

const HIGH: Role[] = ['admin', 'senior_admin']

export function mayManage(manager: Role, ...roles: StaffRole[]): boolean {
  return manager === 'senior_admin' || !roles.some((role) => HIGH.includes(role))
}
