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
  /** set while staff look through this account's eyes: nothing is written, and secrets are left out */
  impersonation?: Impersonation
}

/** Who looks through whose eyes is in its row; this names the row, and the staff member. */
export interface Impersonation {
  id: string
  staffId: string
}

/**
 * What the owner of an account may see and staff who look through the owner's eyes may not: bank
 * details, how log-ins are secured.
 */
export function unlessImpersonated<T>(actor: Actor, value: T): T | null {
  return actor.impersonation ? null : value
}

export function isStaffRole(role: string): role is StaffRole {
  return (STAFF_ROLES as readonly string[]).includes(role)
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** set on every route that is not public; on public ones only when a valid token came */
    actor?: Actor
    /** the request came with the token of a live impersonation, whoever is its actor */
    impersonation?: Impersonation
    /** who this request acts for, when something else than an access token has proved it */
    provenActor?: Actor
  }
}
