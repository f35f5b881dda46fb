/*
 * What a route says about its Idempotency-Key:
 *
 *   router.post('/orders', [...]).allow('client').requireIdempotencyKey()
 *   router.post('/payments/intents', [...]).allow('client').requireIdempotencyKey().callOutside()
 */
import { Route } from '@adonisjs/core/http'

declare module '@adonisjs/core/http' {
  interface Route {
    /** Money moves here: a request without the header is refused (400). */
    requireIdempotencyKey(): this
    /**
     * The handler calls somebody over the network between its writes. Each write commits by itself
     * then, and the answer is stored after the last one: no transaction waits for the network. After
     * a crash a repeat runs the handler again, which must find its own traces and go on from there.
     */
    callOutside(): this
  }
}

const needing: Route[] = []
const calling: Route[] = []
let sets: { needing: Set<string>; calling: Set<string> } | undefined

Route.macro('requireIdempotencyKey', function (this: Route) {
  needing.push(this)
  return this
})

Route.macro('callOutside', function (this: Route) {
  calling.push(this)
  return this
})

/** By name, once all routes are there: the committed ones no longer carry it. */
function declared() {
  const namesOf = (routes: Route[]) => new Set(routes.map((route) => route.getName()!))
  sets ??= { needing: namesOf(needing), calling: namesOf(calling) }
  return sets
}

export function needsKey(routeName: string | undefined): boolean {
  return routeName !== undefined && declared().needing.has(routeName)
}

export function callsOutside(routeName: string | undefined): boolean {
  return routeName !== undefined && declared().calling.has(routeName)
}
