/*
 * Which staff role may do what. The table is the rule; routes name the permissions.
 */
import type { Role, StaffRole } from '#core/actor'

const ALL_READERS: StaffRole[] = ['agent', 'dev', 'senior_dev', 'admin', 'senior_admin']
const ADMINS: StaffRole[] = ['admin', 'senior_admin']

const GRANTS = {
  'tickets.work': ['agent', ...ADMINS],
  'chats.work': ['agent', ...ADMINS],
  'notes.write': ['agent', ...ADMINS],
  'leads.work': ['agent', ...ADMINS],
  'customers.read': ALL_READERS,
  'orders.read': ALL_READERS,
  'payments.read': ALL_READERS,
  'notifications.read': ALL_READERS,
  'bookings.read': ALL_READERS,
  'bookings.write': ['agent', 'senior_dev', ...ADMINS],
  'customers.write': ADMINS,
  'orders.write': ADMINS,
  'orders.refund': ADMINS,
  'payments.write': ADMINS,
  'subscriptions.manage': ADMINS,
  'coupons.manage': ADMINS,
  'notifications.send': ADMINS,
  'verifications.review': ADMINS,
  'products.moderate': ADMINS,
  'reviews.moderate': ADMINS,
  'categories.manage': ADMINS,
  'regions.manage': ADMINS,
  'help.manage': ADMINS,
  'withdrawals.review': ADMINS,
  'analytics.read': ['senior_dev', ...ADMINS],
  'exports.run': ['senior_dev', ...ADMINS],
  'audit.read': ['senior_dev', ...ADMINS],
  'impersonation.use': ADMINS,
  'employees.manage': ['hr', 'senior_admin'],
  'users.manage': ['dev', 'senior_dev', 'senior_admin'],
  'system.operate': ['dev', 'senior_dev', 'senior_admin'],
  'customers.delete': ['senior_admin'],
  'bookings.delete': ['senior_admin'],
} as const satisfies Record<string, StaffRole[]>

export type Permission = keyof typeof GRANTS

export const PERMISSIONS = Object.keys(GRANTS) as Permission[]

const byRole = new Map<string, ReadonlySet<string>>()

/** Everything a role may do; empty for clients and partners. */
export function permissionsOf(role: Role): ReadonlySet<string> {
  const known = byRole.get(role)
  if (known) return known
  const granted = new Set<string>(
    PERMISSIONS.filter((permission) => (GRANTS[permission] as readonly string[]).includes(role))
  )
  byRole.set(role, granted)
  return granted
}

/** What moves money, or gives others what they may do. */
const WEIGHTY: Permission[] = [
  'withdrawals.review',
  'orders.refund',
  'payments.write',
  'users.manage',
  'customers.write',
  'impersonation.use',
]

/** Whether an account of this role should have a second factor; nobody is forced to. */
export function wantsSecondFactor(role: Role): boolean {
  return WEIGHTY.some((permission) => permissionsOf(role).has(permission))
}
