/*
 * What a route says about its Idempotency-Key:
 *
 *   router.post('/orders', [...]).allow('client').requireIdempotencyKey()
 *   router.post('/payments/intents', [...]).allow('client').requireIdempotencyKey().callOutside()
 *   router.post('/auth/login', [...]).allow('public').withoutIdempotencyKey()
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
    /**
     * A header that comes along says nothing here: the handler hashes, or waits for its time to answer,
     * which no transaction may wait for, and what it answers (tokens, cookies, recovery codes) is not
     * to lie in a table. What it does is bound to a code, a password or a token that is good once.
     */
    withoutIdempotencyKey(): this
  }
}

const needing: Route[] = []
const calling: Route[] = []
const keyless: Route[] = []
let sets: Record<'needing' | 'calling' | 'keyless', Set<string>> | undefined

Route.macro('requireIdempotencyKey', function (this: Route) {
  needing.push(this)
  return this
})

Route.macro('callOutside', function (this: Route) {
  calling.push(this)
  return this
})

Route.macro('withoutIdempotencyKey', function (this: Route) {
  keyless.push(this)
  return this
})

/** By name, once all routes are there: the committed ones no longer carry it. */
function declared() {
  const namesOf = (routes: Route[]) => new Set(routes.map((route) => route.getName()!))
  sets ??= { needing: namesOf(needing), calling: namesOf(calling), keyless: namesOf(keyless) }
  return sets
}

export function needsKey(routeName: string | undefined): boolean {
  return routeName !== undefined && declared().needing.has(routeName)
}

export function callsOutside(routeName: string | undefined): boolean {
  return routeName !== undefined && declared().calling.has(routeName)
}

export function ignoresKey(routeName: string | undefined): boolean {
  return routeName !== undefined && declared().keyless.has(routeName)
}
