/*
 * `.allow(...)` on a route says who may call it, so that the route files are the access table:
 *
 *   router.get('/partner/leads', [controllers.inquiries.partner.Leads, 'index']).allow('partner')
 *   router.put('/admin/verify/:partnerId', [...]).allow(staff('verifications.review'))
 *
 * Ownership is not decided here but in the WHERE of the query that loads the object.
 */
import { Route } from '@adonisjs/core/http'
import '#core/idempotency/routes'
import { middleware } from '#start/kernel'
import type { Permission } from '#users/permissions'

/**
 * `user` is anybody who is logged in; `public` anybody at all; a webhook proves itself; a probe is
 * public and never limited, because load balancers ask all the time.
 */
export type Audience =
  'public' | 'probe' | 'user' | 'client' | 'partner' | 'signed webhook' | StaffAudience

export interface StaffAudience {
  staff: Permission
}

/** Staff whose role has this permission. */
export function staff(permission: Permission): StaffAudience {
  return { staff: permission }
}

declare module '@adonisjs/core/http' {
  interface Route {
    /** Who may call this route; every route says it exactly once. */
    allow(...audiences: Audience[]): this
    /** What `allow` was told. */
    audiences?: Audience[]
    /**
     * Money leaves here, or somebody is given more to do: a session that has not proved itself for
     * five minutes is refused (403 E_STEP_UP_REQUIRED). Comes after `allow`.
     */
    requireStepUp(): this
  }
}

const OPEN: Audience[] = ['public', 'probe', 'signed webhook']
const UNLIMITED: Audience[] = ['probe', 'signed webhook']

const declared: Route[] = []

/** What `allow` was told, by the route's name: the committed routes no longer carry it. */
export function audiencesByRoute(): Map<string, Audience[]> {
  return new Map(declared.map((route) => [route.getName()!, route.audiences!]))
}

Route.macro('allow', function (this: Route, ...audiences: Audience[]) {
  this.audiences = audiences
  declared.push(this)
  if (!audiences.some((audience) => OPEN.includes(audience)))
    this.use(middleware.allow({ audiences }))
  if (!audiences.some((audience) => UNLIMITED.includes(audience)))
    this.use(middleware.requestLimit())
  const isOffered = audiences.some((audience) => typeof audience === 'object')
  return this.use(middleware.dryRun({ isOffered })).use(middleware.idempotencyKey())
})

Route.macro('requireStepUp', function (this: Route) {
  return this.use(middleware.stepUp())
})
