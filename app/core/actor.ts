/** The words for who may be logged in. `staff` is everyone but clients and partners. */
export const STAFF_ROLES = ['agent', 'hr', 'dev', 'senior_dev', 'admin', 'senior_admin'] as const
export const ROLES = ['client', 'partner', ...STAFF_ROLES] as const

export type StaffRole = (typeof STAFF_ROLES)[number]
export type Role = (typeof ROLES)[number]

/** Who acts, in which session, from where: made by the auth middleware, passed down explicitly. */
export interface Actor {
  id: string
  role: Role
  name: string
  sessionId: string
  permissions: ReadonlySet<string>
  ip: string
  requestId: string
  /** why staff do this, for the audit trail, when they said so (X-Reason) */
  reason?: string
}

export function isStaffRole(role: string): role is StaffRole {
  return (STAFF_ROLES as readonly string[]).includes(role)
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** set on every route that is not public; on public ones only when a valid token came */
    actor?: Actor
  }
}
