/*
 * Who may change whose staff account. users.manage alone is not enough: nobody makes, invites,
 * promotes or manages a role that stands above their own, or they could hand it to themselves
 * through a second account. Admins are the senior admin's matter. Agents and hr stand beside the
 * developers, who run their accounts although their work is another.
 */
import type { Role, StaffRole } from '#core/actor'

const MANAGED_BY: Partial<Record<Role, readonly StaffRole[]>> = {
  dev: ['agent', 'hr', 'dev'],
  senior_dev: ['agent', 'hr', 'dev', 'senior_dev'],
  senior_admin: ['agent', 'hr', 'dev', 'senior_dev', 'admin', 'senior_admin'],
}

/** Whether somebody of the manager's role may give, change and take every one of these roles. */
export function mayManage(manager: Role, ...roles: StaffRole[]): boolean {
  return roles.every((role) => MANAGED_BY[manager]?.includes(role))
}
