/*
 * What a route says to staff who look through a client's eyes; a route that says nothing is refused:
 *
 *   router.get('/orders', [...]).as('orders.index').allow('client').viewable()
 *   router.post('/admin/impersonate/end', [...]).as('...').allow(staff(...)).byImpersonator()
 */
import { Route } from '@adonisjs/core/http'

declare module '@adonisjs/core/http' {
  interface Route {
    /**
     * May be read through a client's eyes. Only for a GET that changes nothing (not even what is
     * unread) and shows no secret: codes, sessions, identity papers, exports are not viewable.
     */
    viewable(): this
    /** May be called with an impersonation's token, by the staff member as such. */
    byImpersonator(): this
  }
}

type Access = 'view' | 'staff'

const declared: [Route, Access][] = []
let byName: Map<string, Access> | undefined

Route.macro('viewable', function (this: Route) {
  declared.push([this, 'view'])
  return this
})

Route.macro('byImpersonator', function (this: Route) {
  declared.push([this, 'staff'])
  return this
})

/** By name, once all routes are there: the committed ones no longer carry it. */
export function accessByRoute(): ReadonlyMap<string, Access> {
  byName ??= new Map(declared.map(([route, access]) => [route.getName()!, access]))
  return byName
}
